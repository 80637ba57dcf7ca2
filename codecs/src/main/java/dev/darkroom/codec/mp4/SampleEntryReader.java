package dev.darkroom.codec.mp4;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.mp4.SampleEntry.Color;
import dev.darkroom.codec.mp4.SampleEntry.Sound;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads an entry of {@code stsd} (8.5.2; sound of QuickTime: QTFF, "Sound media"). */
final class SampleEntryReader {
  private static final int RESERVED = 6 + 2;
  private static final int MAX_CHANNELS = 1024;
  private static final int MAX_RATE = 10_000_000;

  private SampleEntryReader() {}

  /**
   * Reads an entry.
   *
   * @param number of the entry, from 1
   */
  static SampleEntry read(ByteReader stsd, int number, Track.Kind kind, Box.Budget budget)
      throws Malformed {
    long count = stsd.skip(4).u32();
    List<Box> entries = Box.list(stsd, budget);
    if (number < 1 || number > Math.min(count, entries.size())) {
      throw new Malformed(stsd.offset(), "no sample entry");
    }
    Box entry = entries.get(number - 1);
    ByteReader in = entry.payload().fromStart().skip(RESERVED);
    return kind == Track.Kind.VIDEO
        ? picture(entry.type(), in, budget)
        : sound(entry.type(), in, budget);
  }

  /** Reads a VisualSampleEntry (12.1.3), or QuickTime's longer one with a color table. */
  private static SampleEntry picture(String type, ByteReader in, Box.Budget budget)
      throws Malformed {
    in.skip(16);
    int width = in.u16();
    int height = in.u16();
    in.skip(46);
    int depth = in.u16();
    int table = colorTable(in, depth, in.u16());
    byte[] colors = in.bytes(table);
    List<Box> boxes = Box.list(in, budget);
    Map<String, byte[]> configurations = configurations(boxes);
    if (table > 0) {
      configurations.put(SampleEntry.PALETTE, colors);
    }
    return entry(type, boxes, configurations, width, height, depth, null, budget);
  }

  /**
   * Returns the size of the color table that comes next (QTFF, "Color table atoms"): a seed, flags,
   * the last index and the colors. Leaves the position unchanged.
   *
   * @param id -1 for none; 0 is also found where writers of MP4 leave the field empty
   * @return in bytes, 0 if there is none
   */
  private static int colorTable(ByteReader in, int depth, int id) throws Malformed {
    int bits = depth & 31;
    if (id != 0 || bits < 1 || bits > 8 || in.remaining() < 8) {
      return 0;
    }
    int start = in.position();
    int size = 8 + 8 * (in.skip(4 + 2).u16() + 1);
    in.seek(start);
    return size <= in.remaining() ? size : 0;
  }

  /** Returns where the boxes of an entry's payload start. */
  static int boxesAt(Track.Kind kind, ByteReader entry) throws Malformed {
    if (kind == Track.Kind.VIDEO) {
      ByteReader in = entry.skip(RESERVED + 16 + 2 + 2 + 46);
      int depth = in.u16();
      int table = colorTable(in, depth, in.u16());
      return in.position() + table;
    }
    int version = entry.skip(RESERVED).u16();
    return RESERVED + 20 + (version == 1 ? 16 : version == 2 ? 36 : 0);
  }

  /** Reads an AudioSampleEntry (12.2.3); versions 1 and 2 are QuickTime's longer ones. */
  private static SampleEntry sound(String type, ByteReader in, Box.Budget budget) throws Malformed {
    int version = in.u16();
    int channels = in.skip(6).u16();
    long rate = in.skip(6).u32() >>> 16;
    if (version == 1) {
      in.skip(16);
    } else if (version == 2) {
      // Length of the entry, rate as a double, channels, five more numbers.
      rate = Math.round(Double.longBitsToDouble(in.skip(4).i64()));
      channels = in.i32();
      in.skip(20);
    }
    boolean plausible = channels >= 0 && channels <= MAX_CHANNELS && rate >= 0 && rate <= MAX_RATE;
    var sound = plausible ? new Sound(channels, (int) rate) : new Sound(0, 0);
    List<Box> boxes = Box.list(in, budget);
    List<Box> wave = Box.within(boxes, "wave", budget);
    boolean packed = Box.find(boxes, "esds") == null && !wave.isEmpty();
    List<Box> described = packed ? wave : boxes;
    return entry(type, described, configurations(described), 0, 0, 0, sound, budget);
  }

  private static SampleEntry entry(
      String type,
      List<Box> boxes,
      Map<String, byte[]> configurations,
      int width,
      int height,
      int depth,
      @Nullable Sound sound,
      Box.Budget budget)
      throws Malformed {
    boolean encrypted = type.equals("encv") || type.equals("enca");
    ByteReader original = Box.find(Box.within(boxes, "sinf", budget), "frma");
    String format = encrypted && original != null ? original.text(4) : type;
    return new SampleEntry(
        format,
        CodecString.of(format, configurations),
        encrypted,
        width,
        height,
        depth,
        pixelAspect(Box.find(boxes, "pasp")),
        color(Box.find(boxes, "colr")),
        sound,
        configurations);
  }

  private static Map<String, byte[]> configurations(List<Box> boxes) throws Malformed {
    var found = new HashMap<String, byte[]>();
    for (Box box : boxes) {
      switch (box.type()) {
        case "avcC", "hvcC", "av1C", "vpcC", "esds", "glbl", "SMI ", "fiel", "dac3", "dec3" -> {
          ByteReader payload = box.payload().fromStart();
          found.putIfAbsent(box.type(), payload.bytes(payload.remaining()));
        }
        default -> {}
      }
    }
    return found;
  }

  /** Reads {@code pasp} (12.1.4). */
  private static @Nullable Double pixelAspect(@Nullable ByteReader pasp) throws Malformed {
    if (pasp == null) {
      return null;
    }
    long horizontal = pasp.u32();
    long vertical = pasp.u32();
    return horizontal == 0 || vertical == 0 ? null : horizontal / (double) vertical;
  }

  /** Reads {@code colr} (12.1.5); QuickTime's {@code nclc} has no range. */
  private static @Nullable Color color(@Nullable ByteReader colr) throws Malformed {
    if (colr == null) {
      return null;
    }
    String type = colr.text(4);
    if (!type.equals("nclx") && !type.equals("nclc")) {
      return null;
    }
    int primaries = colr.u16();
    int transfer = colr.u16();
    int matrix = colr.u16();
    // Some writers leave the range out.
    Boolean fullRange =
        (type.equals("nclx") && colr.hasRemaining()) ? (colr.u8() & 0x80) != 0 : null;
    return new Color(primaries, transfer, matrix, fullRange);
  }
}
