package dev.darkroom.codec.exif;

import org.jspecify.annotations.Nullable;

/**
 * The metadata of a camera that is kept.
 *
 * @param orientation 1 to 8 (TIFF 6.0, "Orientation"); 1 if not given
 * @param takenAt local time in ISO 8601, with its offset if the camera wrote one
 * @param camera maker and model, the maker only once
 * @param lens model of the lens
 */
public record Exif(
    int orientation,
    @Nullable String takenAt,
    @Nullable String camera,
    @Nullable String lens,
    Exposure exposure) {
  /** Describes a picture without metadata. */
  public static final Exif NONE = new Exif(1, null, null, null, Exposure.UNKNOWN);

  /**
   * How the picture was exposed (CIPA DC-008, 4.6.6.7).
   *
   * @param seconds for how long the shutter was open, in seconds
   * @param fNumber focal length divided by aperture
   * @param iso sensitivity
   * @param focalLength of the lens itself, in millimeters
   */
  public record Exposure(
      @Nullable Double seconds,
      @Nullable Double fNumber,
      @Nullable Integer iso,
      @Nullable Double focalLength) {
    public static final Exposure UNKNOWN = new Exposure(null, null, null, null);
  }

  /** Returns whether showing the picture upright swaps its width and height. */
  public boolean swapsSides() {
    return orientation >= 5;
  }
}
