package dev.darkroom.image.rendition;

/**
 * One way to write a rendition.
 *
 * @param quality 1 to 100, as libjpeg and libwebp count
 */
public record Output(OutputFormat format, int quality) {
  private static final Output LOSSLESS = new Output(OutputFormat.PNG, 100);

  public Output {
    if (quality < 1 || quality > 100) {
      throw new IllegalArgumentException("quality must be 1 to 100, not " + quality);
    }
  }

  /** The same picture where it is not opaque, which a JPEG cannot hold: a PNG instead. */
  public Output withAlpha() {
    return format == OutputFormat.JPEG ? LOSSLESS : this;
  }
}
