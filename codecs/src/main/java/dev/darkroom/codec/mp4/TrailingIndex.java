package dev.darkroom.codec.mp4;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Writes a {@code moov} that lists all samples of a file that was fragmented (8.2.1). */
final class TrailingIndex {
  /** Sound that leads by less is what a coder needed to start, in seconds. */
  private static final double PRIMING = 0.1;

  /** Offset of the duration in a tkhd of version 0 and 1 (8.3.2). */
  private static final int TKHD_DURATION = 20;

  private static final int WIDE_TKHD_DURATION = 28;

  private TrailingIndex() {}

  /**
   * A track to be written. Times are in its ticks.
   *
   * @param from composition time of the sample that is shown first
   * @param to composition time at which the sample that is shown last ends
   * @param shift composition time at which its own edit list starts
   */
  private record Part(Track track, TableWriter table, long from, long to, long shift) {
    static Part of(Track track) throws Malformed {
      var table = new TableWriter();
      long from = Long.MAX_VALUE;
      long to = 0;
      SampleCursor cursor = track.samples().cursor();
      for (Sample sample = cursor.next(); sample != null; sample = cursor.next()) {
        table.add(sample);
        long shown = sample.time() + sample.compositionOffset();
        from = Math.min(from, shown);
        to = Math.max(to, shown + sample.duration());
      }
      long shift =
          track.edits().edits().stream()
              .filter(edit -> edit.media() >= 0)
              .mapToLong(EditList.Edit::media)
              .findFirst()
              .orElse(0);
      return new Part(track, table, from, to, shift);
    }

    /** Returns when its first sample is shown, in seconds. */
    double start() {
      return track.seconds(from - shift);
    }

    /** Returns when it ends, in ticks of the movie. */
    long end(double zero) {
      return Math.max(1, ticks(Math.ceil(1000 * (track.seconds(to - shift) - zero)) / 1000));
    }
  }

  /**
   * Returns the box. Its movie starts with the first picture, or with sound that comes well before.
   *
   * @param tracks those without samples are left out
   */
  static byte[] of(List<Track> tracks) throws Malformed {
    var parts = new ArrayList<Part>();
    for (Track track : tracks) {
      if (track.isShown()) {
        parts.add(Part.of(track));
      }
    }
    double pictures = first(parts, Track.Kind.VIDEO);
    double sound = first(parts, Track.Kind.AUDIO);
    double zero = pictures - sound > PRIMING ? sound : pictures;
    long duration = parts.stream().mapToLong(part -> part.end(zero)).max().orElse(0);
    long next = 1 + parts.stream().mapToLong(part -> part.track.id()).max().orElse(0);
    return new BoxWriter()
        .box(
            "moov",
            moov -> {
              MovieHeader.movie(moov, duration, next);
              parts.forEach(part -> moov.box("trak", trak -> trak(trak, part, zero)));
            })
        .toByteArray();
  }

  private static double first(List<Part> parts, Track.Kind kind) {
    return parts.stream()
        .filter(part -> part.track.kind() == kind)
        .mapToDouble(Part::start)
        .min()
        .orElse(Double.POSITIVE_INFINITY);
  }

  private static long ticks(double seconds) {
    return Math.max(0, Math.round(seconds * MovieHeader.TIMESCALE));
  }

  private static void trak(BoxWriter trak, Part part, double zero) {
    Track track = part.track;
    trak.box("tkhd", tkhd -> tkhd.bytes(header(track, part.end(zero))));
    trak.box("edts", edts -> edts.fullBox("elst", 1, 0, elst -> edits(elst, part, zero)));
    trak.box(
        "mdia",
        mdia -> {
          MovieHeader.mdhd(mdia, track.timescale(), part.table.ticks());
          MovieHeader.hdlr(mdia, track.kind());
          mdia.box(
              "minf",
              minf -> {
                MovieHeader.media(minf, track.kind());
                minf.box("stbl", stbl -> part.table.write(stbl, all(track.entries()), 0));
              });
        });
  }

  /** Shows nothing until the first sample, or leaves out what comes before the movie (8.6.6). */
  private static void edits(BoxWriter elst, Part part, double zero) {
    long lead = ticks(part.start() - zero);
    long cut = Math.max(0, Math.round((zero - part.start()) * part.track.timescale()));
    elst.u32(lead > 0 ? 2 : 1);
    if (lead > 0) {
      elst.u64(lead).u64(-1).u32(0x10000);
    }
    elst.u64(Math.max(1, part.end(zero) - lead));
    elst.u64(part.from - part.table.start() + cut).u32(0x10000);
  }

  /** Returns the track's header with another duration (8.3.2). */
  private static byte[] header(Track track, long duration) {
    byte[] tkhd = all(track.header());
    if (tkhd[0] == 1) {
      ByteBuffer.wrap(tkhd).putLong(WIDE_TKHD_DURATION, duration);
    } else {
      ByteBuffer.wrap(tkhd).putInt(TKHD_DURATION, (int) Math.min(duration, 0xffff_ffffL));
    }
    return tkhd;
  }

  private static byte[] all(ByteReader view) {
    ByteReader in = view.fromStart();
    byte[] bytes = new byte[in.remaining()];
    in.copyTo(bytes, 0);
    return bytes;
  }
}
