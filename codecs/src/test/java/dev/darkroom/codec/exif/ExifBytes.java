package dev.darkroom.codec.exif;

import dev.darkroom.codec.ByteReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Builds a TIFF structure of two directories, of which anything may be wrong. */
final class ExifBytes {
  private static final int FIRST = 8;
  private static final int ENTRY = 12;

  private final List<Entry> primary = new ArrayList<>();
  private final List<Entry> exif = new ArrayList<>();
  private final ByteOrder order;
  private int excess;

  @SuppressWarnings("ArrayRecordComponent") // a carrier of bytes that nobody compares
  private record Entry(int tag, int type, long count, byte[] value) {}

  ExifBytes(ByteOrder order) {
    this.order = order;
  }

  ExifBytes() {
    this(ByteOrder.BIG_ENDIAN);
  }

  /** Adds a field to the first directory. */
  ExifBytes primary(int tag, int type, long count, byte... value) {
    primary.add(new Entry(tag, type, count, value));
    return this;
  }

  /** Adds a text to the first directory. */
  ExifBytes primary(int tag, String text) {
    return primary(tag, 2, text.length() + 1, (text + "\0").getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Adds a text to the Exif directory. */
  ExifBytes exif(int tag, String text) {
    return exif(tag, 2, text, StandardCharsets.US_ASCII);
  }

  ExifBytes exif(int tag, int type, String text, Charset charset) {
    byte[] value = (text + "\0").getBytes(charset);
    exif.add(new Entry(tag, type, value.length, value));
    return this;
  }

  /** Lets the first directory claim more fields than it has. */
  ExifBytes claiming(int more) {
    excess = more;
    return this;
  }

  Exif read() {
    return ExifReader.read(new ByteReader(bytes()));
  }

  byte[] bytes() {
    ByteBuffer out = ByteBuffer.allocate(8192).order(order);
    out.put((order == ByteOrder.BIG_ENDIAN ? "MM" : "II").getBytes(StandardCharsets.US_ASCII));
    out.putShort((short) 42).putInt(FIRST);
    int second = FIRST + 2 + ENTRY * (primary.size() + 1) + 4;
    primary.add(
        new Entry(0x8769, 4, 1, ByteBuffer.allocate(4).order(order).putInt(second).array()));
    int data = second + 2 + ENTRY * exif.size() + 4;
    data = directory(out, primary, excess, data);
    data = directory(out, exif, 0, data);
    return Arrays.copyOf(out.array(), data);
  }

  private static int directory(ByteBuffer out, List<Entry> entries, int excess, int data) {
    int at = data;
    out.putShort((short) (entries.size() + excess));
    for (Entry entry : entries) {
      out.putShort((short) entry.tag).putShort((short) entry.type).putInt((int) entry.count);
      if (entry.value.length > 4) {
        out.putInt(at).put(at, entry.value);
        at += entry.value.length;
      } else {
        out.put(Arrays.copyOf(entry.value, 4));
      }
    }
    out.putInt(0);
    return at;
  }
}
