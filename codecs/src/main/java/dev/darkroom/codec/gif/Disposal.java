package dev.darkroom.codec.gif;

/** What happens to an image when its time is over (section 23, vii). */
enum Disposal {
  KEEP,
  /** Its part of the screen becomes transparent, as in browsers, not the background color. */
  CLEAR,
  /** The screen becomes what it was before the image. */
  RESTORE;

  static Disposal of(int flags) {
    return switch (flags >> 2 & 7) {
      case 2 -> CLEAR;
      // Some early programs wrote 4 for 3.
      case 3, 4 -> RESTORE;
      default -> KEEP;
    };
  }
}
