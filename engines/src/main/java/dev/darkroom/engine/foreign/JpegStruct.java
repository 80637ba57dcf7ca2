package dev.darkroom.engine.foreign;

/**
 * Offsets and sizes of {@code struct jpeg_compress_struct} and its parts, in bytes, as {@code
 * jpeglib.h} of libjpeg-turbo 3 lays them out for {@code JPEG_LIB_VERSION} 62 on LP64 (x86-64 and
 * AArch64 alike). {@code jpeg_CreateCompress} compares version and size.
 */
final class JpegStruct {
  static final int LIB_VERSION = 62;
  static final long SIZE = 520;

  static final long ERR = 0;
  static final long IMAGE_WIDTH = 48;
  static final long IMAGE_HEIGHT = 52;
  static final long INPUT_COMPONENTS = 56;
  static final long IN_COLOR_SPACE = 60;
  static final long COMP_INFO = 88;
  static final long OPTIMIZE_CODING = 264;

  /** {@code jpeg_component_info} of the first component. */
  static final long H_SAMP_FACTOR = 8;

  static final long V_SAMP_FACTOR = 12;

  /** {@code struct jpeg_error_mgr}. */
  static final long ERROR_MANAGER_SIZE = 168;

  /** {@code JCS_EXT_BGRX}: the bytes of {@code 0x..RRGGBB} on a little-endian machine. */
  static final int BGRX = 9;

  private JpegStruct() {}
}
