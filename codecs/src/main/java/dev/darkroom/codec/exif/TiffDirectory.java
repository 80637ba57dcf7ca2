package dev.darkroom.codec.exif;

import dev.darkroom.codec.Malformed;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A directory of a {@link TiffStructure}: fields by their tags (TIFF 6.0, section 2). */
public final class TiffDirectory {
  private static final int BYTE = 1;
  private static final int ASCII = 2;
  private static final int SHORT = 3;
  private static final int LONG = 4;
  private static final int RATIONAL = 5;
  private static final int SIGNED_SHORT = 8;
  private static final int SIGNED_LONG = 9;
  private static final int FLOAT = 11;
  private static final int DOUBLE = 12;

  /** Offset of a directory (TIFF, technical note 1). */
  private static final int IFD = 13;

  /** BigTIFF. */
  private static final int LONG_8 = 16;

  private static final int IFD_8 = 18;

  /** CIPA DC-008-2023 (Exif 3.0), 4.6.2. */
  private static final int UTF_8 = 129;

  /** Most bytes of a text that are read: names and times are short. */
  private static final int MAX_TEXT = 128;

  private final TiffStructure tiff;
  private final Map<Integer, Field> fields;

  /**
   * @param count number of values
   * @param value offset of the values, or of their offset if they take more than an entry holds
   */
  record Field(int type, long count, long value) {}

  TiffDirectory(TiffStructure tiff, Map<Integer, Field> fields) {
    this.tiff = tiff;
    this.fields = fields;
  }

  /** Reads the directory to which a field points; an empty one without such a field. */
  TiffDirectory directory(int tag) throws Malformed {
    int at = number(tag, 0);
    return at == 0 ? empty() : tiff.directory(at);
  }

  /** Returns a directory of the same file without fields. */
  TiffDirectory empty() {
    return new TiffDirectory(tiff, Map.of());
  }

  public boolean has(int tag) {
    return fields.containsKey(tag);
  }

  /** Returns how many values a field has; 0 without such a field. */
  public long count(int tag) {
    Field field = fields.get(tag);
    return field == null ? 0 : field.count;
  }

  /**
   * Reads a field's first number, if it has at most 31 bits; of a fraction, its whole part.
   * Programs take one type for another.
   */
  public int number(int tag, int absent) throws Malformed {
    Field field = fields.get(tag);
    if (field == null || field.count == 0) {
      return absent;
    }
    return switch (field.type) {
      case BYTE -> tiff.slice(at(field, 1), 1).u8();
      case SHORT, SIGNED_SHORT -> tiff.u16(at(field, 2));
      case LONG, SIGNED_LONG, IFD -> tiff.u31(at(field, 4));
      case LONG_8, IFD_8 -> Math.clamp(tiff.offset(at(field, 8)), 0, Integer.MAX_VALUE);
      case RATIONAL -> whole(fraction(tag), absent);
      default -> absent;
    };
  }

  private static int whole(@Nullable Double fraction, int absent) {
    return fraction == null ? absent : fraction.intValue();
  }

  /**
   * Reads one of a field's whole numbers, if they are unsigned.
   *
   * @param index of the number among the field's, from 0
   * @param absent returned if there is no such number
   */
  public long number(int tag, long index, long absent) throws Malformed {
    Field field = fields.get(tag);
    int size = field == null ? 0 : wholeBytes(field.type);
    if (field == null || size == 0 || index >= field.count) {
      return absent;
    }
    long at = at(field, size) + index * size;
    return switch (size) {
      case 1 -> tiff.u8(at);
      case 2 -> tiff.u16(at);
      case 4 -> tiff.u32(at);
      default -> tiff.offset(at);
    };
  }

  private static int wholeBytes(int type) {
    return switch (type) {
      case BYTE -> 1;
      case SHORT -> 2;
      case LONG, IFD -> 4;
      case LONG_8, IFD_8 -> 8;
      default -> 0;
    };
  }

  /**
   * Reads one of a field's numbers, whole or not.
   *
   * @param index of the number among the field's, from 0
   * @param absent returned if there is no such number, or it is a fraction of zero
   */
  public double real(int tag, long index, double absent) throws Malformed {
    Field field = fields.get(tag);
    if (field == null || index >= field.count) {
      return absent;
    }
    return switch (field.type) {
      case BYTE, SHORT, LONG -> number(tag, index, 0);
      case RATIONAL -> {
        long at = at(field, 8) + index * 8;
        long denominator = tiff.u32(at + 4);
        yield denominator == 0 ? absent : (double) tiff.u32(at) / denominator;
      }
      case FLOAT -> Float.intBitsToFloat((int) tiff.u32(at(field, 4) + index * 4));
      case DOUBLE -> Double.longBitsToDouble(tiff.u64(at(field, 8) + index * 8));
      default -> absent;
    };
  }

  /** Reads a field's first fraction; null without one, or if its denominator is 0. */
  @Nullable Double fraction(int tag) throws Malformed {
    Field field = fields.get(tag);
    if (field == null || field.type != RATIONAL || field.count == 0) {
      return null;
    }
    long at = at(field, 8);
    long denominator = tiff.u32(at + 4);
    return denominator == 0 ? null : (double) tiff.u32(at) / denominator;
  }

  /** Reads a field's text up to its first zero; null if it shows nothing. */
  public @Nullable String text(int tag) throws Malformed {
    Field field = fields.get(tag);
    if (field == null || (field.type != ASCII && field.type != UTF_8)) {
      return null;
    }
    int length = (int) Math.min(field.count, MAX_TEXT);
    byte[] bytes = tiff.slice(at(field, 1), length).bytes(length);
    return ExifText.decode(bytes, field.count > length);
  }

  /** Reads a field's values of one byte each, whose {@link #count} the caller has limited. */
  public byte[] bytes(int tag) throws Malformed {
    Field field = fields.get(tag);
    return field == null
        ? new byte[0]
        : tiff.slice(at(field, 1), field.count).bytes((int) field.count);
  }

  /** Returns the offset of a field's first value. */
  private long at(Field field, int size) throws Malformed {
    return field.count * size <= tiff.inlineBytes() ? field.value : tiff.offset(field.value);
  }
}
