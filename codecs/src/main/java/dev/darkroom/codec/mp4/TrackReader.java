package dev.darkroom.codec.mp4;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code trak} (8.3.1). */
final class TrackReader {
  private static final int ENABLED = 1;

  private TrackReader() {}

  /**
   * Reads a track.
   *
   * @param movie how the whole movie is rotated
   */
  static Track read(
      ByteReader trak, long movieTimescale, Orientation movie, Box.Budget budget, Mp4Limits limits)
      throws Malformed {
    List<Box> boxes = Box.list(trak.fromStart(), budget);
    Header header = header(Box.require(boxes, "tkhd", trak));
    ByteReader mdia = Box.require(boxes, "mdia", trak);
    List<Box> media = Box.list(mdia.fromStart(), budget);
    Clock clock = clock(Box.require(media, "mdhd", mdia));
    Track.Kind kind = kind(Box.require(media, "hdlr", mdia));
    ByteReader minf = Box.require(media, "minf", mdia);
    ByteReader stbl = Box.require(Box.list(minf.fromStart(), budget), "stbl", minf);
    List<Box> tables = Box.list(stbl.fromStart(), budget);
    EditList edits =
        EditList.read(Box.find(Box.within(boxes, "edts", budget), "elst"), movieTimescale);
    ByteReader stsd = Box.find(tables, "stsd");
    return new Track(
        header.id,
        kind,
        clock.timescale,
        header.enabled,
        header.orientation.then(movie),
        header.aspect,
        entry(kind, tables, stbl, budget),
        edits,
        0,
        Box.require(boxes, "tkhd", trak),
        stsd == null ? new ByteReader(new byte[0]) : stsd,
        SampleTable.read(tables, stbl, kind, clock.duration, limits));
  }

  /** Reads the sample entry, without which a picture track is of no use. */
  private static @Nullable SampleEntry entry(
      Track.Kind kind, List<Box> tables, ByteReader stbl, Box.Budget budget) throws Malformed {
    ByteReader stsd = Box.find(tables, "stsd");
    if (stsd != null && (kind == Track.Kind.VIDEO || kind == Track.Kind.AUDIO)) {
      return SampleEntryReader.read(stsd, 1, kind, budget);
    }
    if (kind == Track.Kind.VIDEO) {
      throw new Malformed(stbl.offset(), "no stsd box before");
    }
    return null;
  }

  private record Header(
      long id, boolean enabled, Orientation orientation, @Nullable Double aspect) {}

  /** Reads {@code tkhd} (8.3.2). */
  private static Header header(ByteReader in) throws Malformed {
    boolean wide = in.u8() == 1;
    boolean enabled = (in.u24() & ENABLED) != 0;
    long id = id(in.fromStart());
    in.seek(4).skip((wide ? 16 : 8) + 4 + 4 + (wide ? 8 : 4) + 8 + 2 + 2 + 2 + 2);
    Orientation orientation = Orientation.read(in);
    long width = in.u32();
    long height = in.u32();
    Double aspect = width == 0 || height == 0 ? null : (double) width / height;
    return new Header(id, enabled, orientation, aspect);
  }

  /** Reads a track's id from {@code tkhd}. */
  static long id(ByteReader tkhd) throws Malformed {
    boolean wide = tkhd.u8() == 1;
    return tkhd.skip(3 + (wide ? 16 : 8)).u32();
  }

  /**
   * @param timescale ticks per second
   * @param duration in ticks, as the header states it
   */
  private record Clock(long timescale, long duration) {}

  /** Reads {@code mdhd} (8.4.2). */
  private static Clock clock(ByteReader mdhd) throws Malformed {
    boolean wide = mdhd.u8() == 1;
    mdhd.skip(3 + (wide ? 16 : 8));
    long timescale = mdhd.u32();
    if (timescale == 0) {
      throw new Malformed(mdhd.offset(), "a timescale of zero");
    }
    return new Clock(timescale, wide ? mdhd.i64() : mdhd.u32());
  }

  /** Reads what a track is for from {@code hdlr} (8.4.3). */
  static Track.Kind kind(ByteReader hdlr) throws Malformed {
    return switch (hdlr.skip(4 + 4).text(4)) {
      case "vide" -> Track.Kind.VIDEO;
      case "soun" -> Track.Kind.AUDIO;
      case "text", "sbtl", "subt", "subp", "clcp" -> Track.Kind.CAPTION;
      default -> Track.Kind.OTHER;
    };
  }
}
