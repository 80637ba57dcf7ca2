package dev.darkroom.codec.exif;

import dev.darkroom.codec.Head;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.ShortOfBytes;
import dev.darkroom.codec.exif.Exif.Exposure;
import dev.darkroom.codec.exif.TiffView.Field;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a handful of tags (CIPA DC-008, 4.6); what is damaged is passed over. */
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
  private static final int OFFSET_TIME_ORIGINAL = 0x9011;
  private static final int FOCAL_LENGTH = 0x920a;
  private static final int LENS_MODEL = 0xa434;

  /** 4.6.5 "DateTime": {@code YYYY:MM:DD HH:MM:SS}; unknown parts are blanks or zeros. */
  private static final Pattern TIME =
      Pattern.compile("(\\d{4})[:-](\\d\\d)[:-](\\d\\d)[ T](\\d\\d):(\\d\\d):(\\d\\d).*");

  private static final Pattern OFFSET = Pattern.compile("[+-]\\d\\d:\\d\\d");

  private final TiffView tiff;
  private final Map<Integer, Field> primary;
  private final Map<Integer, Field> exif;

  private ExifReader(TiffView tiff, Map<Integer, Field> primary) {
    this.tiff = tiff;
    this.primary = primary;
    this.exif = directory(tiff, primary.get(EXIF_DIRECTORY));
  }

  /**
   * @param block a whole TIFF structure
   */
  public static Exif read(byte[] block) {
    try {
      TiffView tiff = TiffView.open(new Head(block, true));
      return read(tiff, tiff.directory(tiff.firstDirectory()));
    } catch (Malformed | ShortOfBytes e) {
      return Exif.NONE;
    }
  }

  public static Exif read(TiffView tiff, Map<Integer, Field> primary) {
    var reader = new ExifReader(tiff, primary);
    return new Exif(
        reader.orientation(),
        reader.takenAt(),
        reader.camera(),
        reader.lens(),
        new Exposure(
            reader.fraction(EXPOSURE_TIME),
            reader.fraction(F_NUMBER),
            reader.sensitivity(),
            reader.fraction(FOCAL_LENGTH)));
  }

  private static Map<Integer, Field> directory(TiffView tiff, @Nullable Field pointer) {
    try {
      int at = tiff.number(pointer, 0);
      return at == 0 ? Map.of() : tiff.directory(at);
    } catch (Malformed | ShortOfBytes e) {
      return Map.of();
    }
  }

  private int orientation() {
    try {
      int value = tiff.number(primary.get(ORIENTATION), 1);
      return value >= 1 && value <= 8 ? value : 1;
    } catch (Malformed | ShortOfBytes e) {
      return 1;
    }
  }

  private @Nullable String takenAt() {
    try {
      String original = iso(tiff.text(exif.get(DATE_TIME_ORIGINAL)));
      if (original == null) {
        return iso(tiff.text(primary.get(DATE_TIME)));
      }
      String offset = tiff.text(exif.get(OFFSET_TIME_ORIGINAL));
      return offset != null && OFFSET.matcher(offset).matches() ? original + offset : original;
    } catch (Malformed | ShortOfBytes e) {
      return null;
    }
  }

  private static @Nullable String iso(@Nullable String time) {
    Matcher parts = TIME.matcher(time == null ? "" : time);
    if (!parts.matches() || parts.group(1).equals("0000") || parts.group(2).equals("00")) {
      return null;
    }
    return "%s-%s-%sT%s:%s:%s"
        .formatted(
            parts.group(1),
            parts.group(2),
            parts.group(3),
            parts.group(4),
            parts.group(5),
            parts.group(6));
  }

  private @Nullable String lens() {
    try {
      return tiff.text(exif.get(LENS_MODEL));
    } catch (Malformed | ShortOfBytes e) {
      return null;
    }
  }

  /** 4.6.6.7: 0 and what is no number mean that it is not known. */
  private @Nullable Double fraction(int tag) {
    try {
      Double value = tiff.fraction(exif.get(tag));
      return value == null || value == 0 ? null : value;
    } catch (Malformed | ShortOfBytes e) {
      return null;
    }
  }

  private @Nullable Integer sensitivity() {
    try {
      int iso = tiff.number(exif.get(SENSITIVITY), 0);
      return iso == 0 ? null : iso;
    } catch (Malformed | ShortOfBytes e) {
      return null;
    }
  }

  private @Nullable String camera() {
    try {
      String make = tiff.text(primary.get(MAKE));
      String model = tiff.text(primary.get(MODEL));
      if (make == null || model == null) {
        return make == null ? model : make;
      }
      // "NIKON CORPORATION" makes the "NIKON D70s": the first word tells.
      String maker = make.split(" ", 2)[0].toLowerCase(Locale.ROOT);
      return model.toLowerCase(Locale.ROOT).startsWith(maker) ? model : make + " " + model;
    } catch (Malformed | ShortOfBytes e) {
      return null;
    }
  }
}
