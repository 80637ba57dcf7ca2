package dev.darkroom.image.rendition;

/**
 * A format and quality to write a rendition in.
 *
 * @param quality 1 to 100, on libjpeg's and libwebp's scale
 */
public record Output(OutputFormat format, int quality) {
  private static final Output LOSSLESS = new Output(OutputFormat.PNG, 100);

  public Output {
    if (quality < 1 || quality > 100) {
      throw new IllegalArgumentException("quality must be 1 to 100, not " + quality);
    }
  }

  /** Returns the output for a picture with alpha: a PNG instead of a JPEG. */
  public Output withAlpha() {
    return format == OutputFormat.JPEG ? LOSSLESS : this;
  }
}
