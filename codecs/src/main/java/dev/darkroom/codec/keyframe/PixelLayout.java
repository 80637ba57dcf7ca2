package dev.darkroom.codec.keyframe;

import java.util.Optional;

/**
 * How decoded samples lie, 8 bits each, plane after plane. Ask for the layout that the frames have:
 * converting between those with chroma only resamples it, but other conversions may change ranges.
 */
public enum PixelLayout {
  /** Luma only. */
  GRAY("gray", 0, 0, 1),
  /** Y, Cb and Cr, chroma with half of the width and height, rounded up. */
  YUV420("yuv420p|yuvj420p", 1, 1, 3),
  /** Y, Cb and Cr of one size. */
  YUV444("yuv444p|yuvj444p", 0, 0, 3),
  /** Green, blue and red of one size: matrix_coefficients 0 of ITU-T H.273. */
  GBR("gbrp", 0, 0, 3);

  // ffmpeg's second names of the same layouts say that all values are used; leaving the choice to
  // it means that it converts no range.
  private final String names;
  private final int shiftX;
  private final int shiftY;
  private final int planes;

  PixelLayout(String names, int shiftX, int shiftY, int planes) {
    this.names = names;
    this.shiftX = shiftX;
    this.shiftY = shiftY;
    this.planes = planes;
  }

  String names() {
    return names;
  }

  static Optional<PixelLayout> named(String name) {
    for (PixelLayout layout : values()) {
      if (("|" + layout.names + "|").contains("|" + name + "|")) {
        return Optional.of(layout);
      }
    }
    return Optional.empty();
  }

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
