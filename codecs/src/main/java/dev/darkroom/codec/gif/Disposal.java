package dev.darkroom.codec.gif;

/** Section 23, vii: what becomes of a frame once its time is over. */
enum Disposal {
  KEEP,
  /** To the background, which browsers take for nothing. */
  CLEAR,
  /** To what was there before. */
  RESTORE;

  static Disposal of(int flags) {
    return switch (flags >> 2 & 7) {
      case 2 -> CLEAR;
      // 4 is what some early programs wrote for 3.
      case 3, 4 -> RESTORE;
      default -> KEEP;
    };
  }
}
