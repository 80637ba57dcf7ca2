package dev.darkroom.engine.foreign;

/**
 * Settings of the JPEG encoder.
 *
 * @param quality 1 to 100, on libjpeg's scale
 * @param subsampling resolution of the chroma channels
 * @param progressive whether the file is progressive: a few percent smaller, slower to encode and
 *     decode; pictures of more than 4 to 9 megapixels are baseline all the same
 */
public record JpegOptions(int quality, Subsampling subsampling, boolean progressive) {
  public JpegOptions {
    if (quality < 1 || quality > 100) {
      throw new IllegalArgumentException("quality " + quality);
    }
  }

  /** Resolution of the chroma channels. */
  public enum Subsampling {
    /** 4:2:0: half the resolution in both directions. */
    HALVED,
    /** 4:4:4: full resolution. */
    NONE
  }

  /** Returns baseline settings: 4:2:0 below quality 90, 4:4:4 from there on. */
  public static JpegOptions of(int quality) {
    return new JpegOptions(quality, quality < 90 ? Subsampling.HALVED : Subsampling.NONE, false);
  }
}
