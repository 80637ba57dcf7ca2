package dev.darkroom.engine.ffmpeg;

import java.util.Optional;

/**
 * The planes of a decoded frame, with 8 bits per sample. Best asked for as the frames are coded:
 * conversions between layouts resample chroma or round colors.
 */
public enum PixelLayout {
  /** Y alone. */
  GRAY("gray", 0, 0, 1),
  /** Y, Cb and Cr; chroma has half the width and height, rounded up. */
  YUV420("yuv420p", 1, 1, 3),
  /** Y, Cb and Cr of equal size. */
  YUV444("yuv444p", 0, 0, 3),
  /** Green, blue and red of equal size: matrix_coefficients 0 of ITU-T H.273. */
  GBR("gbrp", 0, 0, 3);

  private final String ffmpegName;
  private final int shiftX;
  private final int shiftY;
  private final int planes;

  PixelLayout(String ffmpegName, int shiftX, int shiftY, int planes) {
    this.ffmpegName = ffmpegName;
    this.shiftX = shiftX;
    this.shiftY = shiftY;
    this.planes = planes;
  }

  String ffmpegName() {
    return ffmpegName;
  }

  static Optional<PixelLayout> named(String name) {
    for (PixelLayout layout : values()) {
      if (layout.ffmpegName.equals(name)) {
        return Optional.of(layout);
      }
    }
    return Optional.empty();
  }

  /** Number of planes. */
  public int planes() {
    return planes;
  }

  int width(int plane, int width) {
    return plane == 0 ? width : (width + shiftX) >> shiftX;
  }

  int height(int plane, int height) {
    return plane == 0 ? height : (height + shiftY) >> shiftY;
  }
}
