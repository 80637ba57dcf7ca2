package dev.darkroom.engine.ffmpeg;

import java.util.List;
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
  /**
   * Y, Cb and Cr of equal size; or, in this order, green, blue and red, which matrix_coefficients 0
   * of ITU-T H.273 puts in their place. Decoders disagree about when to name the planes by color,
   * and a conversion from one name to the other would change the samples: so both are accepted.
   */
  YUV444("yuv444p|gbrp", 0, 0, 3);

  private final String ffmpegNames;
  private final int shiftX;
  private final int shiftY;
  private final int planes;

  PixelLayout(String ffmpegNames, int shiftX, int shiftY, int planes) {
    this.ffmpegNames = ffmpegNames;
    this.shiftX = shiftX;
    this.shiftY = shiftY;
    this.planes = planes;
  }

  /** Names of the pixel formats that have these planes, separated by bars. */
  String ffmpegNames() {
    return ffmpegNames;
  }

  static Optional<PixelLayout> named(String name) {
    for (PixelLayout layout : values()) {
      if (List.of(layout.ffmpegNames.split("\\|", -1)).contains(name)) {
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
