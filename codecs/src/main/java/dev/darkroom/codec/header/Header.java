package dev.darkroom.codec.header;

import dev.darkroom.codec.exif.Exif;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a picture.
 *
 * @param width in pixels as stored (of HEIF, as its own rotation shows it), 1 or more
 * @param height likewise
 * @param frames pictures shown one after the other, or pages; at least 1, and when only the first
 *     bytes of the file were given, only those that they hold
 * @param bitsPerSample of the deepest channel; of a palette's entry, 8
 * @param samplesPerPixel channels once decoded: 1 gray, 2 with alpha, 3 color, 4 with alpha or CMYK
 * @param color when only the first bytes of the file were given, its profile may be missing
 * @param animation absent of stills and pages
 * @param jpeg of JPEGs alone
 * @param exotic what few decoders can read about it, in words; absent when it is ordinary
 */
public record Header(
    int width,
    int height,
    int frames,
    int bitsPerSample,
    int samplesPerPixel,
    Alpha alpha,
    Color color,
    @Nullable Animation animation,
    @Nullable JpegCoding jpeg,
    Exif exif,
    @Nullable String exotic)
    implements Inspection {

  /** Of one frame. */
  public long pixels() {
    return (long) width * height;
  }
}
