package dev.darkroom.codec.mp4;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Blanks everything in an index that players do not need: user data, metadata, tracks that nobody
 * sees or hears, names of programs and devices, dates. Sizes and offsets stay what they are.
 */
public final class IndexCleaner {
  /** The boxes that are kept, by their parent; boxes without an entry hold no others. */
  private static final Map<String, Set<String>> KEPT =
      Map.ofEntries(
          Map.entry("moov", Set.of("mvhd", "iods", "trak", "mvex", "pssh")),
          Map.entry("trak", Set.of("tkhd", "tapt", "edts", "tref", "mdia")),
          Map.entry("edts", Set.of("elst")),
          Map.entry("mdia", Set.of("mdhd", "hdlr", "elng", "minf")),
          Map.entry("minf", Set.of("vmhd", "smhd", "sthd", "nmhd", "gmhd", "hdlr", "dinf", "stbl")),
          Map.entry("gmhd", Set.of("gmin", "text")),
          Map.entry("dinf", Set.of("dref")),
          Map.entry(
              "stbl",
              Set.of(
                  "stsd", "stts", "ctts", "cslg", "stss", "stps", "stsh", "sdtp", "stsc", "stsz",
                  "stz2", "stco", "co64", "sbgp", "sgpd", "subs", "padb", "stdp", "saiz", "saio")),
          Map.entry("mvex", Set.of("mehd", "trex", "leva")),
          Map.entry("moof", Set.of("mfhd", "pssh", "traf")),
          Map.entry(
              "traf",
              Set.of("tfhd", "tfdt", "trun", "sbgp", "sgpd", "subs", "saiz", "saio", "senc")));

  private static final Set<String> FILLER = Set.of("free", "skip", "wide");
  private static final Set<String> METADATA = Set.of("udta", "meta", "uuid", "XMP_");
  private static final int HEVC_ARRAYS = 22;
  private static final int PREFIX_SEI = 39;
  private static final int SUFFIX_SEI = 40;
  private static final byte[] FREE = "free".getBytes(StandardCharsets.ISO_8859_1);

  private final byte[] out;
  private final long origin;
  private final Set<Long> tracks;
  private final Box.Budget budget;

  /** The kind of the track that is being cleaned. */
  private Track.Kind kind = Track.Kind.OTHER;

  private boolean found;

  private IndexCleaner(ByteReader index, Set<Long> tracks, Box.Budget budget) throws Malformed {
    ByteReader in = index.fromStart();
    this.origin = in.offset();
    this.out = in.bytes(in.remaining());
    this.tracks = tracks;
    this.budget = budget;
  }

  /**
   * A cleaned index.
   *
   * @param found whether the original has boxes that are not kept
   */
  record Cleaned(ByteReader index, boolean found) {}

  /**
   * Cleans the payload of a box.
   *
   * @param type {@code moov} or {@code moof}
   * @param tracks ids of the tracks that are kept
   */
  static Cleaned clean(String type, ByteReader index, Set<Long> tracks, Box.Budget budget)
      throws Malformed {
    var cleaner = new IndexCleaner(index, tracks, budget);
    cleaner.box(type, index.fromStart());
    return new Cleaned(
        new ByteReader(cleaner.out, 0, cleaner.out.length, cleaner.origin), cleaner.found);
  }

  /**
   * Returns one of a track's sample entries, cleaned, as the payload of an {@code stsd} box.
   *
   * @param number of the entry, from 1
   */
  public static byte[] entry(Track track, int number) throws Malformed {
    ByteReader stsd = track.entries().fromStart();
    var budget = new Box.Budget(Mp4Limits.DEFAULT);
    var cleaner = new IndexCleaner(stsd, Set.of(), budget);
    cleaner.kind = track.kind();
    cleaner.box("stsd", stsd);
    List<Box> entries = Box.list(new ByteReader(cleaner.out).skip(8), budget);
    if (number < 1 || number > entries.size()) {
      throw new Malformed(stsd.offset(), "no sample entry");
    }
    Box entry = entries.get(number - 1);
    ByteReader payload = entry.payload();
    byte[] bytes = payload.bytes(payload.remaining());
    return new BoxWriter()
        .bytes(Arrays.copyOf(cleaner.out, 4))
        .u32(1)
        .box(entry.type(), box -> box.bytes(bytes))
        .toByteArray();
  }

  private void box(String type, ByteReader payload) throws Malformed {
    Set<String> kept = KEPT.get(type);
    if (kept != null) {
      children(payload, box -> kept.contains(box.type()) && isWanted(box));
      return;
    }
    ByteReader in = payload.fromStart();
    switch (type) {
      case "mvhd", "tkhd", "mdhd" -> zero(payload, 4, in.u8() == 1 ? 20 : 12);
      case "hdlr" -> zero(payload, 12, payload.length());
      case "dref" -> {
        // Self-contained entries need no location, and others lead to the uploader's own disk.
        for (Box entry : Box.list(in.skip(8), budget)) {
          zero(entry.payload(), 4, entry.payload().length());
        }
      }
      case "tref" -> children(payload, this::refersToKept);
      case "hvcC" -> userData(in);
      case "stsd" -> {
        if (payload.length() > 8 && (kind == Track.Kind.VIDEO || kind == Track.Kind.AUDIO)) {
          for (Box entry : Box.list(in.skip(8), budget)) {
            entry(entry.payload());
          }
        }
      }
      default -> {}
    }
  }

  private interface Filter {
    boolean keeps(Box box) throws Malformed;
  }

  /** Cleans the rest of a payload, a list of boxes, and blanks those that the filter rejects. */
  private void children(ByteReader list, Filter filter) throws Malformed {
    int start = at(list);
    for (Box box : Box.list(list, budget)) {
      int end = at(box.payload().fromStart()) + box.payload().length();
      if (FILLER.contains(box.type())) {
        found |= !isZero(box.payload());
        zero(box.payload(), 0, box.payload().length());
      } else if (filter.keeps(box)) {
        box(box.type(), box.payload().fromStart());
      } else {
        found = true;
        System.arraycopy(FREE, 0, out, start + 4, FREE.length);
        zero(box.payload(), 0, box.payload().length());
      }
      start = end;
    }
  }

  private boolean isWanted(Box box) throws Malformed {
    ByteReader in = box.payload().fromStart();
    return switch (box.type()) {
      case "trak" -> {
        List<Box> boxes = Box.list(in, budget);
        ByteReader tkhd = Box.find(boxes, "tkhd");
        ByteReader hdlr = Box.find(Box.within(boxes, "mdia", budget), "hdlr");
        kind = hdlr == null ? Track.Kind.OTHER : TrackReader.kind(hdlr);
        yield tkhd != null && kind != Track.Kind.OTHER && tracks.contains(TrackReader.id(tkhd));
      }
      case "trex" -> tracks.contains(in.skip(4).u32());
      case "traf" -> {
        ByteReader tfhd = Box.find(Box.list(in, budget), "tfhd");
        yield tfhd != null && tracks.contains(tfhd.skip(4).u32());
      }
      default -> true;
    };
  }

  private boolean refersToKept(Box reference) throws Malformed {
    ByteReader in = reference.payload().fromStart();
    while (in.remaining() >= 4) {
      if (!tracks.contains(in.u32())) {
        return false;
      }
    }
    return true;
  }

  /** Cleans a sample entry (12.1.3, 12.2.3): vendor, compressor name and metadata boxes. */
  private void entry(ByteReader entry) throws Malformed {
    zero(entry, 12, 16);
    if (kind == Track.Kind.VIDEO) {
      zero(entry, 42, 74);
    }
    int boxes = SampleEntryReader.boxesAt(kind, entry.fromStart());
    children(entry.fromStart().skip(boxes), box -> !METADATA.contains(box.type()));
  }

  /** Blanks user data in a decoder configuration of HEVC (ISO/IEC 14496-15, 8.3.3.1.2). */
  private void userData(ByteReader hvcC) throws Malformed {
    if (hvcC.remaining() <= HEVC_ARRAYS) {
      return;
    }
    int arrays = hvcC.skip(HEVC_ARRAYS).u8();
    for (int i = 0; i < arrays && hvcC.remaining() >= 3; i++) {
      int type = hvcC.u8() & 0x3f;
      int units = hvcC.u16();
      for (int j = 0; j < units && hvcC.remaining() >= 2; j++) {
        int length = Math.min(hvcC.u16(), hvcC.remaining());
        int start = at(hvcC);
        byte[] unit = Arrays.copyOfRange(out, start, start + length);
        if ((type == PREFIX_SEI || type == SUFFIX_SEI) && new SeiUnit(unit, 2).blank()) {
          System.arraycopy(unit, 0, out, start, length);
          found = true;
        }
        hvcC.skip(length);
      }
    }
  }

  private int at(ByteReader in) {
    return (int) (in.offset() - origin);
  }

  /** Zeroes a part of a payload, as far as the payload reaches. */
  private void zero(ByteReader payload, int from, int to) {
    int start = at(payload.fromStart());
    int end = start + Math.min(to, payload.length());
    if (start + from < end) {
      Arrays.fill(out, start + from, end, (byte) 0);
    }
  }

  static boolean isZero(ByteReader payload) throws Malformed {
    ByteReader in = payload.fromStart();
    while (in.hasRemaining()) {
      if (in.u8() != 0) {
        return false;
      }
    }
    return true;
  }
}
