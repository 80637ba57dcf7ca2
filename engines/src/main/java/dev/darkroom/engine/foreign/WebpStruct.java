package dev.darkroom.engine.foreign;

/**
 * Offsets and sizes of libwebp's structs, in bytes, as {@code webp/encode.h}, {@code decode.h} and
 * {@code mux.h} of version 1 lay them out on LP64 (x86-64 and AArch64 alike). The functions that
 * initialize a struct fail if the ABI version differs.
 */
final class WebpStruct {
  static final int ENCODER_ABI = 0x210;
  static final int DECODER_ABI = 0x210;
  static final int MUX_ABI = 0x109;

  /** {@code WebPConfig}. */
  static final class Config {
    static final long SIZE = 116;
    static final long LOSSLESS = 0;
    static final long METHOD = 8;
    static final long ALPHA_QUALITY = 56;

    private Config() {}
  }

  /** {@code WebPPicture}. */
  static final class Picture {
    static final long SIZE = 256;
    static final long USE_ARGB = 0;
    static final long WIDTH = 8;
    static final long HEIGHT = 12;
    static final long WRITER = 96;
    static final long CUSTOM_PTR = 104;
    static final long ERROR_CODE = 136;

    private Picture() {}
  }

  /** {@code WebPMemoryWriter}. */
  static final class MemoryWriter {
    static final long SIZE_OF = 32;
    static final long MEM = 0;
    static final long SIZE = 8;

    private MemoryWriter() {}
  }

  /** {@code WebPBitstreamFeatures}, with which {@code WebPDecoderConfig} begins. */
  static final class Features {
    static final long SIZE = 40;
    static final long WIDTH = 0;
    static final long HEIGHT = 4;
    static final long HAS_ALPHA = 8;
    static final long HAS_ANIMATION = 12;

    private Features() {}
  }

  /** {@code WebPDecoderConfig}, its output buffer and its options. */
  static final class DecoderConfig {
    static final long SIZE = 240;
    static final long COLORSPACE = 40;
    static final long EXTERNAL_MEMORY = 52;
    static final long RGBA = 56;
    static final long STRIDE = 64;
    static final long BYTES = 72;
    static final long USE_SCALING = 188;
    static final long SCALED_WIDTH = 192;
    static final long SCALED_HEIGHT = 196;

    private DecoderConfig() {}
  }

  /** {@code WebPAnimEncoderOptions}. */
  static final class AnimOptions {
    static final long SIZE = 44;
    static final long BACKGROUND = 0;
    static final long LOOP_COUNT = 4;

    private AnimOptions() {}
  }

  /** {@code WebPData}. */
  static final class Data {
    static final long SIZE_OF = 16;
    static final long BYTES = 0;
    static final long SIZE = 8;

    private Data() {}
  }

  /** {@code MODE_BGRA}: the bytes of {@code 0xAARRGGBB} on a little-endian machine. */
  static final int BGRA = 3;

  private WebpStruct() {}
}
