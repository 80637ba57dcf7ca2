package dev.darkroom.codec.tiff;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Head;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.ShortOfBytes;
import dev.darkroom.codec.exif.TiffDirectory;
import dev.darkroom.codec.exif.TiffStructure;
import dev.darkroom.codec.header.Header;
import dev.darkroom.codec.jpeg.JpegHeader;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the preview in a camera's raw photo, which is a TIFF with samples that nothing here
 * develops: DNG, and most makers' own formats.
 */
public final class RawPhoto {
  private static final int COMPRESSION = 259;
  private static final int PHOTOMETRIC = 262;
  private static final int MAKE = 271;
  private static final int DNG_VERSION = 50706;
  private static final int START_OF_JPEG = 0xffd8ff;
  private static final Set<Long> RAW_PHOTOMETRICS = Set.of(32803L, 34892L);

  /** Compressions of Sony, Samsung, Nikon, lossy DNG, Kodak and Pentax. */
  private static final Set<Long> RAW_COMPRESSIONS =
      Set.of(32767L, 32770L, 34713L, 34892L, 65000L, 65535L);

  /** Canon's mark after the header of a CR2. */
  private static final int MARK_AT = 8;

  /** Least longer side of a preview that may stand for the photo, in pixels. */
  private static final int LEAST_SIDE = 1000;

  /** Most JPEGs that are looked at; cameras write up to three. */
  private static final int MAX_PREVIEWS = 8;

  private RawPhoto() {}

  /**
   * A JPEG in the file.
   *
   * @param at offset of its first byte
   * @param length in bytes
   * @param header as its own bytes tell
   */
  record Preview(long at, long length, Header header) {}

  /** Names the kind of raw photo; null if the file is none. */
  static @Nullable String kind(TiffStructure tiff, List<TiffDirectory> directories)
      throws Malformed {
    TiffDirectory first = directories.getFirst();
    if (first.has(DNG_VERSION)) {
      return "DNG";
    }
    if (tiff.slice(MARK_AT, 2).text(2).equals("CR")) {
      return "CR2";
    }
    for (TiffDirectory directory : directories) {
      if (isRaw(directory)) {
        return ofMaker(first);
      }
    }
    return null;
  }

  private static String ofMaker(TiffDirectory first) throws Malformed {
    String make = first.text(MAKE);
    String maker = make == null ? "" : make.split(" ", 2)[0].toUpperCase(Locale.ROOT);
    return switch (maker) {
      case "NIKON" -> "NEF";
      case "SONY" -> "ARW";
      case "PENTAX", "RICOH" -> "PEF";
      case "SAMSUNG" -> "SRW";
      case "HASSELBLAD" -> "3FR";
      default -> "of a camera";
    };
  }

  /** Returns whether a directory holds raw samples. */
  static boolean isRaw(TiffDirectory directory) throws Malformed {
    return RAW_PHOTOMETRICS.contains(directory.number(PHOTOMETRIC, 0, 0))
        || RAW_COMPRESSIONS.contains(directory.number(COMPRESSION, 0, 0));
  }

  /** Returns the largest JPEG in the file, if it is large enough to stand for the photo. */
  static @Nullable Preview preview(TiffStructure tiff, List<TiffDirectory> directories)
      throws ShortOfBytes {
    Preview largest = null;
    var seen = new HashSet<Long>();
    for (TiffDirectory directory : directories) {
      Preview preview = seen.size() < MAX_PREVIEWS ? preview(tiff, directory, seen) : null;
      if (preview != null
          && (largest == null || preview.header.pixels() > largest.header.pixels())) {
        largest = preview;
      }
    }
    return largest != null
            && Math.max(largest.header.width(), largest.header.height()) >= LEAST_SIDE
        ? largest
        : null;
  }

  private static @Nullable Preview preview(
      TiffStructure tiff, TiffDirectory directory, Set<Long> seen) throws ShortOfBytes {
    try {
      OldJpeg jpeg = OldJpeg.of(directory);
      if (jpeg.offset() == 0 || !seen.add(jpeg.offset()) || !startsJpeg(tiff, jpeg)) {
        return null;
      }
      Header header = JpegHeader.read(tiff.slice(jpeg.offset(), jpeg.length()).asFile());
      return header.exotic() == null ? new Preview(jpeg.offset(), jpeg.length(), header) : null;
    } catch (ShortOfBytes e) {
      throw e;
    } catch (Malformed e) {
      return null;
    }
  }

  private static boolean startsJpeg(TiffStructure tiff, OldJpeg jpeg) throws Malformed {
    return tiff.slice(jpeg.offset(), 3).u24() == START_OF_JPEG;
  }

  /** Returns the bytes of the preview that the header of a raw photo describes. */
  public static byte[] previewOf(byte[] file) throws Malformed {
    TiffStructure tiff = TiffStructure.open(new Head(file, true));
    Preview preview = preview(tiff, TiffPages.read(tiff).all());
    if (preview == null) {
      throw new Malformed(0, "no preview");
    }
    ByteReader bytes = tiff.slice(preview.at, preview.length);
    return bytes.bytes(bytes.remaining());
  }
}
