package dev.darkroom.codec.exif;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.exif.Exif.Exposure;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads a handful of tags (CIPA DC-008, 4.6) and skips those that are damaged. */
public final class ExifReader {
  private static final int MAKE = 0x010f;
  private static final int MODEL = 0x0110;
  private static final int ORIENTATION = 0x0112;
  private static final int DATE_TIME = 0x0132;
  private static final int EXIF_DIRECTORY = 0x8769;
  private static final int EXPOSURE_TIME = 0x829a;
  private static final int F_NUMBER = 0x829d;
  private static final int SENSITIVITY = 0x8827;
  private static final int DATE_TIME_ORIGINAL = 0x9003;
  private static final int OFFSET_TIME = 0x9010;
  private static final int OFFSET_TIME_ORIGINAL = 0x9011;
  private static final int FOCAL_LENGTH = 0x920a;
  private static final int LENS_MODEL = 0xa434;

  /** Bytes that precede the structure in JPEG (4.7.2), and that some programs write elsewhere. */
  private static final String PREFIX = "Exif\0\0";

  private ExifReader() {}

  /** Reads the TIFF structure in the remaining bytes, with or without JPEG's prefix. */
  public static Exif read(ByteReader in) {
    try {
      int start = in.position();
      boolean prefixed =
          in.remaining() > PREFIX.length() && in.text(PREFIX.length()).equals(PREFIX);
      TiffStructure tiff =
          TiffStructure.open(in.seek(prefixed ? start + PREFIX.length() : start).asFile());
      return read(tiff.directory(tiff.first()));
    } catch (Malformed e) {
      return Exif.NONE;
    }
  }

  /** Reads a file's first directory, and the Exif directory to which it points. */
  public static Exif read(TiffDirectory primary) {
    TiffDirectory exif = exif(primary);
    int orientation = number(primary, ORIENTATION);
    int sensitivity = number(exif, SENSITIVITY);
    return new Exif(
        orientation >= 1 && orientation <= 8 ? orientation : 1,
        takenAt(primary, exif),
        camera(text(primary, MAKE), text(primary, MODEL)),
        text(exif, LENS_MODEL),
        new Exposure(
            fraction(exif, EXPOSURE_TIME),
            fraction(exif, F_NUMBER),
            sensitivity == 0 ? null : sensitivity,
            fraction(exif, FOCAL_LENGTH)));
  }

  private static TiffDirectory exif(TiffDirectory primary) {
    try {
      return primary.directory(EXIF_DIRECTORY);
    } catch (Malformed e) {
      return primary.empty();
    }
  }

  private static @Nullable String takenAt(TiffDirectory primary, TiffDirectory exif) {
    String original =
        ExifTime.iso(text(exif, DATE_TIME_ORIGINAL), text(exif, OFFSET_TIME_ORIGINAL));
    return original != null
        ? original
        : ExifTime.iso(text(primary, DATE_TIME), text(exif, OFFSET_TIME));
  }

  private static @Nullable String camera(@Nullable String make, @Nullable String model) {
    if (make == null || model == null) {
      return make == null ? model : make;
    }
    // "NIKON CORPORATION" makes the "NIKON D70s": the first word names the maker.
    String maker = make.split(" ", 2)[0].toLowerCase(Locale.ROOT);
    return model.toLowerCase(Locale.ROOT).startsWith(maker) ? model : make + " " + model;
  }

  /** Reads a number; 0 if it is missing or damaged. */
  private static int number(TiffDirectory directory, int tag) {
    try {
      return directory.number(tag, 0);
    } catch (Malformed e) {
      return 0;
    }
  }

  private static @Nullable String text(TiffDirectory directory, int tag) {
    try {
      return directory.text(tag);
    } catch (Malformed e) {
      return null;
    }
  }

  /** Reads a fraction; null for 0 as well, which cameras write for "unknown" (4.6.6.7). */
  private static @Nullable Double fraction(TiffDirectory directory, int tag) {
    try {
      Double value = directory.fraction(tag);
      return value == null || value == 0 ? null : value;
    } catch (Malformed e) {
      return null;
    }
  }
}
