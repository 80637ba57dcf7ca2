package dev.darkroom.engine.foreign;

/**
 * @param quality 1 to 100, as libjpeg counts
 * @param progressive whether the picture comes coarse first; a few per cent smaller, slower both
 *     ways; pictures of more than 4 to 9 megapixels are baseline all the same
 */
public record JpegOptions(int quality, Subsampling subsampling, boolean progressive) {
  public JpegOptions {
    if (quality < 1 || quality > 100) {
      throw new IllegalArgumentException("quality " + quality);
    }
  }

  /** How many samples of color there are. */
  public enum Subsampling {
    /** 4:2:0: one for two pixels each way. */
    HALVED,
    /** 4:4:4: one for each pixel. */
    NONE
  }

  /** Baseline; 4:2:0 below quality 90, 4:4:4 from there on. */
  public static JpegOptions of(int quality) {
    return new JpegOptions(quality, quality < 90 ? Subsampling.HALVED : Subsampling.NONE, false);
  }
}
