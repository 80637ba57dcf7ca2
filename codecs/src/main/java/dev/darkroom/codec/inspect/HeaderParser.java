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

/** Reads the headers of picture formats, a constant each. */
public enum HeaderParser {
  JPEG,
  PNG,
  GIF,
  WEBP,
  TIFF,
  BMP,
  /** HEIC and AVIF, which share one container. */
  HEIF;

  /**
   * First bytes of a file that usually suffice. A JPEG needs more if large profiles or previews
   * come first, a TIFF if its directory comes last.
   */
  public static final int HEAD_LENGTH = 64 * 1024;

  /**
   * Reads the header of a file of this format.
   *
   * @param bytes the file's first bytes
   * @param whole whether the file ends with them; then the answer is never {@link
   *     Inspection.NeedMore}
   */
  public Inspection inspect(byte[] bytes, boolean whole) {
    try {
      return read(new Head(bytes, whole));
    } catch (ShortOfBytes e) {
      return new Inspection.NeedMore(e.wanted());
    } catch (Malformed e) {
      return new Inspection.Damaged(e.offset(), e.reason());
    }
  }

  private Header read(Head head) throws Malformed {
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
