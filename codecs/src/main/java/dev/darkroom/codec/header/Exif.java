package dev.darkroom.codec.header;

import org.jspecify.annotations.Nullable;

/**
 * The few things worth keeping of what a camera wrote down. Where a picture was taken, and serial
 * numbers, are not even read.
 *
 * @param orientation 1 to 8 (TIFF 6.0, "Orientation"); 1 when not said
 * @param takenAt ISO 8601 local time, with the offset where the camera gave one
 * @param camera maker and model, the maker once
 */
public record Exif(int orientation, @Nullable String takenAt, @Nullable String camera) {
  /** What is assumed of a picture that says nothing. */
  public static final Exif NONE = new Exif(1, null, null);

  /** Whether upright the picture is as wide as it is stored high. */
  public boolean swapsSides() {
    return orientation >= 5;
  }
}
