package dev.darkroom.codec.inspect;

import dev.darkroom.codec.Head;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.ShortOfBytes;
import dev.darkroom.codec.bmp.BmpHeader;
import dev.darkroom.codec.gif.GifHeader;
import dev.darkroom.codec.header.Header;
import dev.darkroom.codec.header.Inspection;
import dev.darkroom.codec.heif.HeifHeader;
import dev.darkroom.codec.jpeg.JpegHeader;
import dev.darkroom.codec.png.PngHeader;
import dev.darkroom.codec.tiff.TiffHeader;
import dev.darkroom.codec.webp.WebpHeader;

/** The formats whose headers are understood here. */
public enum HeaderParser {
  JPEG,
  PNG,
  GIF,
  WEBP,
  TIFF,
  BMP,
  /** HEIC and AVIF: one container. */
  HEIF;

  /**
   * First bytes with which most files are understood at once. JPEGs need more when profiles or
   * previews come first, TIFFs when the directory comes last.
   */
  public static final int HEAD_LENGTH = 64 * 1024;

  /**
   * Looks at a file of this format.
   *
   * @param bytes the file's first bytes
   * @param whole whether they are all there are; if so the answer is never {@link
   *     Inspection.NeedMore}
   */
  public Inspection inspect(byte[] bytes, boolean whole) {
    try {
      return read(new Head(bytes, whole));
    } catch (Malformed e) {
      return new Inspection.Damaged(e.offset(), e.reason());
    } catch (ShortOfBytes e) {
      return new Inspection.NeedMore(e.wanted());
    }
  }

  private Header read(Head head) throws Malformed, ShortOfBytes {
    return switch (this) {
      case JPEG -> JpegHeader.read(head);
      case PNG -> PngHeader.read(head);
      case GIF -> GifHeader.read(head);
      case WEBP -> WebpHeader.read(head);
      case TIFF -> TiffHeader.read(head);
      case BMP -> BmpHeader.read(head);
      case HEIF -> HeifHeader.read(head);
    };
  }
}
