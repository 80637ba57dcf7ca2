package dev.darkroom.codec.header;

import dev.darkroom.codec.exif.Exif;
import org.jspecify.annotations.Nullable;

/**
 * What a picture's header tells about it.
 *
 * @param width in pixels as stored, before Exif's orientation; of HEIF, after its own rotation; 1
 *     or more
 * @param height in pixels, like the width
 * @param color its profile may be missing when only the first bytes of the file were given
 * @param frames number of an animation's frames or of a document's pages, 1 or more; when only the
 *     first bytes of the file were given, those among them
 * @param animation how the frames are played; null for stills and pages
 * @param jpeg how a JPEG is coded, or a raw photo's preview, which stands for it; null for other
 *     formats
 * @param heif how a HEIC or AVIF is coded; null for other formats
 * @param exotic a feature that few decoders support, in words; null if there is none
 */
public record Header(
    int width,
    int height,
    Channels channels,
    Color color,
    int frames,
    @Nullable Animation animation,
    @Nullable JpegCoding jpeg,
    @Nullable HeifCoding heif,
    Exif exif,
    @Nullable String exotic)
    implements Inspection {

  /** Returns the header of a still about which nothing else is known. */
  public static Header still(int width, int height, Channels channels, Color color) {
    return new Header(width, height, channels, color, 1, null, null, null, Exif.NONE, null);
  }

  /** Returns this header with a number of pages, or of frames if they are animated. */
  public Header withFrames(int frames, @Nullable Animation animation) {
    return new Header(
        width, height, channels, color, Math.max(1, frames), animation, jpeg, heif, exif, exotic);
  }

  public Header withJpeg(JpegCoding jpeg) {
    return new Header(width, height, channels, color, frames, animation, jpeg, heif, exif, exotic);
  }

  public Header withHeif(HeifCoding heif) {
    return new Header(width, height, channels, color, frames, animation, jpeg, heif, exif, exotic);
  }

  public Header withExif(Exif exif) {
    return new Header(width, height, channels, color, frames, animation, jpeg, heif, exif, exotic);
  }

  public Header withExotic(@Nullable String exotic) {
    return new Header(width, height, channels, color, frames, animation, jpeg, heif, exif, exotic);
  }

  /** Returns the number of pixels in one frame. */
  public long pixels() {
    return (long) width * height;
  }
}
