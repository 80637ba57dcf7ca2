package dev.darkroom.codec.tiff;

import org.jspecify.annotations.Nullable;

/** What the bits of a sample mean (section 19). */
enum SampleFormat {
  UNSIGNED,
  SIGNED,
  FLOAT;

  /** Returns the format of a value of the tag; null if it is not decoded here. */
  static @Nullable SampleFormat of(int code) {
    return switch (code) {
      // 4 is "undefined", which readers treat as unsigned.
      case 1, 4 -> UNSIGNED;
      case 2 -> SIGNED;
      case 3 -> FLOAT;
      default -> null;
    };
  }

  /** Returns whether samples of this format may have that many bits. */
  boolean allows(int bits) {
    return switch (this) {
      case UNSIGNED -> bits >= 1 && (bits <= 32 || bits == 64);
      case SIGNED -> bits >= 2 && (bits <= 32 || bits == 64);
      case FLOAT -> bits == 16 || bits == 32 || bits == 64;
    };
  }

  /** Names it in a sentence about a file that is not decoded. */
  String words(int bits) {
    return switch (this) {
      case UNSIGNED -> "samples of " + bits + " bits";
      case SIGNED -> "signed samples of " + bits + " bits";
      case FLOAT -> "floating-point samples of " + bits + " bits";
    };
  }
}
