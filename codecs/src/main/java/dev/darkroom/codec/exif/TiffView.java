package dev.darkroom.codec.exif;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Head;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.ShortOfBytes;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The structure of TIFF 6.0, section 2, in which Exif is written too. */
public final class TiffView {
  private static final int ENTRY = 12;
  private static final int ASCII = 2;
  private static final int SHORT = 3;
  private static final int LONG = 4;
  private static final int RATIONAL = 5;

  /** Longer texts are cut: names and times are short. */
  private static final int MAX_TEXT = 128;

  private final Head head;
  private final boolean littleEndian;

  private TiffView(Head head, boolean littleEndian) {
    this.head = head;
    this.littleEndian = littleEndian;
  }

  public static TiffView open(Head head) throws Malformed, ShortOfBytes {
    String order = head.slice(0, 2).text(2);
    if (!order.equals("II") && !order.equals("MM")) {
      throw new Malformed(0, "no byte order");
    }
    var view = new TiffView(head, order.equals("II"));
    if (view.u16(2) != 42) {
      throw new Malformed(2, "no TIFF structure");
    }
    return view;
  }

  public long firstDirectory() throws Malformed, ShortOfBytes {
    return u32(4);
  }

  /** Where the directory behind this one is; 0 if it is the last. */
  public long nextDirectory(long at) throws Malformed, ShortOfBytes {
    return u32(at + 2 + (long) ENTRY * u16(at));
  }

  /** The directory's entries by tag; the first of two with the same one. */
  public Map<Integer, Field> directory(long at) throws Malformed, ShortOfBytes {
    int count = u16(at);
    head.slice(at + 2, (long) ENTRY * count);
    var fields = new HashMap<Integer, Field>();
    for (int i = 0; i < count; i++) {
      long entry = at + 2 + (long) ENTRY * i;
      fields.putIfAbsent(u16(entry), new Field(u16(entry + 2), u32(entry + 4), entry + 8));
    }
    return fields;
  }

  /**
   * @param value where the value is, or its offset when it is longer than four bytes
   */
  public record Field(int type, long count, long value) {}

  /** The field's first number, if it is a SHORT or LONG of not more than 31 bits. */
  public int number(@Nullable Field field, int absent) throws Malformed, ShortOfBytes {
    if (field == null || field.count == 0) {
      return absent;
    }
    int size = field.type == SHORT ? 2 : 4;
    long at = field.count * size <= 4 ? field.value : u32(field.value);
    long number =
        switch (field.type) {
          case SHORT -> u16(at);
          case LONG -> u32(at);
          default -> absent;
        };
    if (number > Integer.MAX_VALUE) {
      throw new Malformed(at, "a number of more than 31 bits");
    }
    return (int) number;
  }

  /** The field's first fraction; null when there is none, or one of nothing. */
  @Nullable Double fraction(@Nullable Field field) throws Malformed, ShortOfBytes {
    if (field == null || field.type != RATIONAL || field.count == 0) {
      return null;
    }
    long at = u32(field.value);
    long denominator = u32(at + 4);
    return denominator == 0 ? null : (double) u32(at) / denominator;
  }

  /** The field's values, one byte each; its count has been checked. */
  public byte[] bytes(Field field) throws Malformed, ShortOfBytes {
    long at = field.count <= 4 ? field.value : u32(field.value);
    return head.slice(at, field.count).bytes((int) field.count);
  }

  /** The field's text up to its first zero, stripped; null when there is none. */
  @Nullable String text(@Nullable Field field) throws Malformed, ShortOfBytes {
    if (field == null || field.type != ASCII || field.count == 0) {
      return null;
    }
    long at = field.count <= 4 ? field.value : u32(field.value);
    int length = (int) Math.min(field.count, MAX_TEXT);
    String text = head.slice(at, length).text(length);
    int end = text.indexOf('\0');
    String printable = (end < 0 ? text : text.substring(0, end)).replaceAll("\\p{Cntrl}", " ");
    return printable.isBlank() ? null : printable.strip();
  }

  private int u16(long at) throws Malformed, ShortOfBytes {
    ByteReader in = head.slice(at, 2);
    return littleEndian ? in.u16le() : in.u16();
  }

  private long u32(long at) throws Malformed, ShortOfBytes {
    ByteReader in = head.slice(at, 4);
    return littleEndian ? in.u32le() : in.u32();
  }
}
