package dev.darkroom.image.hostile;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Builds TIFFs (TIFF 6.0, little-endian). */
public final class TiffBombs {
  private static final int SHORT = 3;
  private static final int LONG = 4;
  private static final int ENTRY = 12;
  private static final int HEAD = 8;

  private TiffBombs() {}

  private record Entry(int tag, int type, long count, long value) {}

  /** Builds a gray picture whose one strip claims an offset and a length. */
  public static byte[] strip(int width, int height, long offset, long length) {
    return file(picture(width, height, 1, offset, length), 64);
  }

  /** Builds a compressed strip that inflates to far more than its rows. */
  public static byte[] swollenStrip(long zeroes) {
    byte[] deflated = PngBombs.deflated(zeroes);
    List<Entry> entries = picture(10, 10, 8, 0, deflated.length);
    int at = HEAD + 2 + ENTRY * entries.size() + 4;
    entries = picture(10, 10, 8, at, deflated.length);
    return Bytes.littleEndian().bytes(directory(entries, 0)).bytes(deflated).toByteArray();
  }

  /** Builds a picture with a strip per row whose count exceeds the file. */
  public static byte[] countOfStrips(long count) {
    List<Entry> entries = picture(10, 10, 1, 0, 100);
    entries.replaceAll(e -> e.tag == 273 || e.tag == 279 ? new Entry(e.tag, LONG, count, HEAD) : e);
    return file(entries, 64);
  }

  /** Builds a tag that claims a number of values. */
  public static byte[] countOf(int tag, int type, long count) {
    List<Entry> entries = picture(10, 10, 1, 8, 100);
    entries.removeIf(e -> e.tag == tag);
    entries.add(new Entry(tag, type, count, HEAD));
    entries.sort((a, b) -> Integer.compare(a.tag, b.tag));
    return file(entries, 256);
  }

  /** Builds a small picture in tiles of another size. */
  public static byte[] tile(int width, int height) {
    List<Entry> entries = picture(10, 10, 1, 0, 0);
    entries.removeIf(e -> e.tag == 273 || e.tag == 278 || e.tag == 279);
    entries.add(new Entry(322, LONG, 1, width));
    entries.add(new Entry(323, LONG, 1, height));
    entries.add(new Entry(324, LONG, 1, HEAD));
    entries.add(new Entry(325, LONG, 1, 100));
    return file(entries, 256);
  }

  /** Builds a gray picture with a JPEG inside. */
  public static byte[] jpeg(int width, int height, int compression, byte[] jpeg) {
    List<Entry> entries = picture(width, height, compression, 0, jpeg.length);
    int at = HEAD + 2 + ENTRY * entries.size() + 4;
    entries = picture(width, height, compression, at, jpeg.length);
    return Bytes.littleEndian().bytes(directory(entries, 0)).bytes(jpeg).toByteArray();
  }

  /** Builds a picture in tiles of one pixel, of which it claims a number. */
  public static byte[] tiles(int width, int height, int count) {
    List<Entry> entries = picture(width, height, 1, 0, 0);
    entries.removeIf(e -> e.tag == 273 || e.tag == 278 || e.tag == 279);
    entries.add(new Entry(322, LONG, 1, 1));
    entries.add(new Entry(323, LONG, 1, 1));
    entries.add(new Entry(324, LONG, count, 300));
    entries.add(new Entry(325, LONG, count, 300));
    return file(entries, 64);
  }

  /** Builds a DNG that has nothing but a JPEG. */
  public static byte[] rawPhoto(byte[] jpeg) {
    List<Entry> entries = picture(4000, 3000, 7, 0, jpeg.length);
    int at = HEAD + 2 + ENTRY * (entries.size() + 1) + 4;
    entries = picture(4000, 3000, 7, at, jpeg.length);
    entries.add(new Entry(50706, 1, 4, 1));
    return Bytes.littleEndian().bytes(directory(entries, 0)).bytes(jpeg).toByteArray();
  }

  /** Builds a small picture in one tile of another size, with a JPEG inside. */
  public static byte[] jpegTile(int width, int height, byte[] jpeg) {
    List<Entry> entries = picture(10, 10, 7, 0, 0);
    entries.removeIf(e -> e.tag == 273 || e.tag == 278 || e.tag == 279);
    int at = HEAD + 2 + ENTRY * (entries.size() + 4) + 4;
    entries.add(new Entry(322, LONG, 1, width));
    entries.add(new Entry(323, LONG, 1, height));
    entries.add(new Entry(324, LONG, 1, at));
    entries.add(new Entry(325, LONG, 1, jpeg.length));
    return Bytes.littleEndian().bytes(directory(entries, 0)).bytes(jpeg).toByteArray();
  }

  /** Builds a picture, and directories of many entries that begin a few bytes apart. */
  public static byte[] overlappingDirectories(int directories, int entries) {
    List<Entry> first = picture(10, 10, 1, HEAD, 100);
    int from = HEAD + 2 + ENTRY * first.size() + 4;
    byte[] file = Arrays.copyOf(directory(first, from), from + ENTRY * (entries + directories + 1));
    var bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < directories; i++) {
      int at = from + ENTRY * i;
      bytes.putShort(at, (short) entries);
      bytes.putInt(at + 2 + ENTRY * entries, from + ENTRY * (i + 1));
    }
    return file;
  }

  /** Builds a directory that points to itself as the next. */
  public static byte[] directoryLoop() {
    return Bytes.littleEndian()
        .bytes(directory(picture(10, 10, 1, HEAD, 100), HEAD))
        .zeroes(128)
        .toByteArray();
  }

  /** Builds a chain of directories, one page each. */
  public static byte[] directories(int count) {
    var out = Bytes.littleEndian().text("II").u16(42).u32(HEAD);
    List<Entry> entries = picture(10, 10, 1, HEAD, 100);
    int length = 2 + ENTRY * entries.size() + 4;
    for (int i = 0; i < count; i++) {
      body(out, entries, i + 1 < count ? HEAD + (i + 1) * length : 0);
    }
    return out.toByteArray();
  }

  /**
   * Builds Exif whose pointers to the Exif, GPS, interoperability and next directories all lead
   * back to the first.
   */
  public static byte[] exifLoop() {
    List<Entry> entries =
        new ArrayList<>(
            List.of(
                new Entry(0x112, SHORT, 1, 6),
                new Entry(0x14a, LONG, 1, HEAD),
                new Entry(0x8769, LONG, 1, HEAD),
                new Entry(0x8825, LONG, 1, HEAD),
                new Entry(0xa005, LONG, 1, HEAD)));
    return directory(entries, HEAD);
  }

  /**
   * Builds Exif with a chain of directories, each of which is also the previous one's Exif
   * directory.
   */
  public static byte[] exifChain(int depth) {
    var out = Bytes.littleEndian().text("II").u16(42).u32(HEAD);
    int length = 2 + ENTRY + 4;
    for (int i = 0; i < depth; i++) {
      int next = HEAD + (i + 1) * length;
      body(out, List.of(new Entry(0x8769, LONG, 1, next)), next);
    }
    return out.u16(0).u32(0).toByteArray();
  }

  /** Builds Exif with a directory of 65,535 entries that claim 4 GiB each. */
  public static byte[] exifCounts() {
    var out = Bytes.littleEndian().text("II").u16(42).u32(HEAD).u16(0xffff);
    for (int i = 0; i < 5000; i++) {
      out.u16(0x9003).u16(2).u32(0xffffffffL).u32(HEAD);
    }
    return out.toByteArray();
  }

  private static List<Entry> picture(int width, int height, int compression, long at, long length) {
    return new ArrayList<>(
        List.of(
            new Entry(256, LONG, 1, width),
            new Entry(257, LONG, 1, height),
            new Entry(258, SHORT, 1, 8),
            new Entry(259, SHORT, 1, compression),
            new Entry(262, SHORT, 1, 1),
            new Entry(273, LONG, 1, at),
            new Entry(277, SHORT, 1, 1),
            new Entry(278, LONG, 1, height),
            new Entry(279, LONG, 1, length)));
  }

  private static byte[] file(List<Entry> entries, int zeroes) {
    return Bytes.littleEndian().bytes(directory(entries, 0)).zeroes(zeroes).toByteArray();
  }

  private static byte[] directory(List<Entry> entries, long next) {
    return body(Bytes.littleEndian().text("II").u16(42).u32(HEAD), entries, next).toByteArray();
  }

  private static Bytes body(Bytes out, List<Entry> entries, long next) {
    out.u16(entries.size());
    for (Entry entry : entries) {
      out.u16(entry.tag).u16(entry.type).u32(entry.count).u32(entry.value);
    }
    return out.u32(next);
  }
}
