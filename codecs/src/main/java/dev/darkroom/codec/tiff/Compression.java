package dev.darkroom.codec.tiff;

import org.jspecify.annotations.Nullable;

/** How the bytes of strips and tiles are compressed. */
enum Compression {
  NONE,
  /** Modified Huffman codes, section 10: one-dimensional, each row begins at a byte. */
  FAX_ROWS,
  /** CCITT T.4. */
  FAX_GROUP_3,
  /** CCITT T.6. */
  FAX_GROUP_4,
  LZW,
  /** Section 22, which other specifications have replaced; only a whole JPEG file is read. */
  OLD_JPEG,
  /** Technical Note 2. */
  JPEG,
  DEFLATE,
  PACK_BITS;

  /** Returns the compression of a value of the tag; null if it is not decoded here. */
  static @Nullable Compression of(int code) {
    return switch (code) {
      case 1 -> NONE;
      case 2 -> FAX_ROWS;
      case 3 -> FAX_GROUP_3;
      case 4 -> FAX_GROUP_4;
      case 5 -> LZW;
      case 6 -> OLD_JPEG;
      case 7 -> JPEG;
      case 8, 32946 -> DEFLATE;
      case 32773 -> PACK_BITS;
      default -> null;
    };
  }

  /** Names a compression that is not decoded here, as its makers call it. */
  static String name(int code) {
    return switch (code) {
      case 9, 10, 34661 -> "JBIG";
      case 32766 -> "NeXT";
      case 32767 -> "Sony ARW";
      case 32770 -> "Samsung SRW";
      case 32771 -> "word-aligned CCITT";
      case 32809 -> "ThunderScan";
      case 32908, 32909 -> "Pixar";
      case 33003, 33004, 33005, 34712 -> "JPEG 2000";
      case 34676, 34677 -> "SGI LogLuv";
      case 34713 -> "Nikon NEF";
      case 34715 -> "JBIG2";
      case 34887 -> "LERC";
      case 34892 -> "lossy DNG";
      case 34925 -> "LZMA";
      case 34926, 50000 -> "Zstandard";
      case 34927, 50001 -> "WebP";
      case 34933 -> "PNG";
      case 22610, 34934 -> "JPEG XR";
      case 50002, 52546 -> "JPEG XL";
      case 65000 -> "Kodak DCR";
      case 65535 -> "Pentax PEF";
      default -> "unknown (" + code + ")";
    };
  }

  boolean isFax() {
    return this == FAX_ROWS || this == FAX_GROUP_3 || this == FAX_GROUP_4;
  }

  boolean isJpeg() {
    return this == JPEG || this == OLD_JPEG;
  }

  /** Section 14: a predictor improves these compressions and is ignored with others. */
  boolean isPredicted() {
    return this == LZW || this == DEFLATE;
  }
}
