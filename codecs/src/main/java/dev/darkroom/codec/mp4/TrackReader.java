package dev.darkroom.codec.mp4;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code trak} (8.3.1). */
final class TrackReader {
  private TrackReader() {}

  static Track read(ByteReader trak, long movieTimescale, Box.Budget budget, Mp4Limits limits)
      throws Malformed {
    List<Box> boxes = Box.list(trak.fromStart(), budget);
    Header header = header(Box.require(boxes, "tkhd", trak));
    ByteReader mdia = Box.require(boxes, "mdia", trak);
    List<Box> media = Box.list(mdia.fromStart(), budget);
    long timescale = timescale(Box.require(media, "mdhd", mdia));
    Track.Kind kind = kind(Box.require(media, "hdlr", mdia));
    ByteReader minf = Box.require(media, "minf", mdia);
    ByteReader stbl = Box.require(Box.list(minf.fromStart(), budget), "stbl", minf);
    List<Box> tables = Box.list(stbl.fromStart(), budget);
    return new Track(
        header.id,
        kind,
        timescale,
        header.orientation,
        entry(kind, tables, stbl, budget),
        editStart(Box.find(Box.within(boxes, "edts", budget), "elst"), limits),
        SampleTable.of(tables, stbl, limits));
  }

  /** Pictures cannot be understood without their entry; other tracks are only told of. */
  private static @Nullable SampleEntry entry(
      Track.Kind kind, List<Box> tables, ByteReader stbl, Box.Budget budget) throws Malformed {
    ByteReader stsd = Box.find(tables, "stsd");
    if (stsd != null && kind != Track.Kind.OTHER) {
      return SampleEntryReader.read(stsd, kind, budget);
    }
    if (kind == Track.Kind.VIDEO) {
      throw new Malformed(stbl.offset(), "no stsd box before");
    }
    return null;
  }

  private record Header(long id, Orientation orientation) {}

  /** {@code tkhd} (8.3.2). */
  private static Header header(ByteReader in) throws Malformed {
    boolean wide = in.u8() == 1;
    in.skip(3 + (wide ? 16 : 8));
    long id = in.u32();
    in.skip(4 + (wide ? 8 : 4) + 8 + 2 + 2 + 2 + 2);
    int a = in.i32();
    int b = in.i32();
    in.skip(4);
    int c = in.i32();
    int d = in.i32();
    return new Header(id, Orientation.of(a, b, c, d));
  }

  private static long timescale(ByteReader mdhd) throws Malformed {
    boolean wide = mdhd.u8() == 1;
    mdhd.skip(3 + (wide ? 16 : 8));
    long timescale = mdhd.u32();
    if (timescale == 0) {
      throw new Malformed(mdhd.offset(), "a timescale of zero");
    }
    return timescale;
  }

  private static Track.Kind kind(ByteReader hdlr) throws Malformed {
    return switch (hdlr.skip(4 + 4).text(4)) {
      case "vide" -> Track.Kind.VIDEO;
      case "soun" -> Track.Kind.AUDIO;
      default -> Track.Kind.OTHER;
    };
  }

  /** The first edit of {@code elst} that is not empty (8.6.6). */
  private static long editStart(@Nullable ByteReader elst, Mp4Limits limits) throws Malformed {
    if (elst == null) {
      return 0;
    }
    boolean wide = elst.u8() == 1;
    Table edits = Table.rows(elst.skip(3), wide ? 20 : 12, elst.u32(), limits.samples());
    for (int i = 0; i < edits.count(); i++) {
      long high = edits.i32(i, wide ? 8 : 4);
      long start = wide ? high << 32 | edits.u32(i, 12) : high;
      if (start >= 0) {
        return start;
      }
    }
    return 0;
  }
}
