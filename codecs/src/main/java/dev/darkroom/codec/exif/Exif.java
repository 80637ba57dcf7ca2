package dev.darkroom.codec.exif;

import org.jspecify.annotations.Nullable;

/**
 * The few things worth keeping of what a camera wrote down. Where a picture was taken, and serial
 * numbers, are not even read.
 *
 * @param orientation 1 to 8 (TIFF 6.0, "Orientation"); 1 when not said
 * @param takenAt ISO 8601 local time, with the offset where the camera gave one
 * @param camera maker and model, the maker once
 * @param lens its model
 */
public record Exif(
    int orientation,
    @Nullable String takenAt,
    @Nullable String camera,
    @Nullable String lens,
    Exposure exposure) {
  /** What is assumed of a picture that says nothing. */
  public static final Exif NONE = new Exif(1, null, null, null, Exposure.UNKNOWN);

  /**
   * How the light came in (CIPA DC-008, 4.6.6.7).
   *
   * @param seconds the shutter was open
   * @param fNumber focal length over aperture
   * @param iso sensitivity
   * @param focalLength in millimeters, of the lens itself
   */
  public record Exposure(
      @Nullable Double seconds,
      @Nullable Double fNumber,
      @Nullable Integer iso,
      @Nullable Double focalLength) {
    public static final Exposure UNKNOWN = new Exposure(null, null, null, null);
  }

  /** Whether upright the picture is as wide as it is stored high. */
  public boolean swapsSides() {
    return orientation >= 5;
  }
}
