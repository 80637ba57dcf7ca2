package dev.darkroom.codec.mp4;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * Writes the start of an ordinary MP4, before its media data: {@code ftyp}, {@code moov} with the
 * tables of all samples, and the head of an {@code mdat}. Browsers find any time in such a file at
 * once, where they read one of fragments from fragment to fragment.
 */
public final class MovieIndex {
  private static final int MDAT_HEAD = 16;

  /** Offset of the duration in a tkhd of version 0 and 1 (8.3.2). */
  private static final int TKHD_DURATION = 20;

  private static final int WIDE_TKHD_DURATION = 28;

  private MovieIndex() {}

  /** A track and where its samples lie. */
  public record IndexedTrack(InitTrack init, TableWriter samples) {
    private double seconds() {
      return (samples.start() + samples.ticks()) / (double) init.timescale();
    }

    private long movieTicks(long ticks) {
      return Math.round(ticks * (double) MovieHeader.TIMESCALE / init.timescale());
    }
  }

  /**
   * Returns all that comes before the data.
   *
   * @param data size of the data that follows, in bytes; the samples' offsets count from its start
   */
  public static byte[] of(List<IndexedTrack> tracks, long data) {
    byte[] ftyp =
        new BoxWriter()
            .box("ftyp", box -> box.text("isom").u32(0x200).text("isom").text("iso4").text("mp41"))
            .toByteArray();
    // Offsets have 64 bits each, so that their values do not change the size of the index.
    long start = ftyp.length + (long) moov(tracks, 0).length + MDAT_HEAD;
    return new BoxWriter()
        .bytes(ftyp)
        .bytes(moov(tracks, start))
        .u32(1)
        .text("mdat")
        .u64(data + MDAT_HEAD)
        .toByteArray();
  }

  private static byte[] moov(List<IndexedTrack> tracks, long shift) {
    double seconds = tracks.stream().mapToDouble(IndexedTrack::seconds).max().orElse(0);
    long next = 1 + tracks.stream().mapToLong(track -> track.init.id()).max().orElse(0);
    return new BoxWriter()
        .box(
            "moov",
            moov -> {
              MovieHeader.movie(moov, Math.round(seconds * MovieHeader.TIMESCALE), next);
              tracks.forEach(track -> moov.box("trak", trak -> trak(trak, track, shift)));
            })
        .toByteArray();
  }

  private static void trak(BoxWriter trak, IndexedTrack track, long shift) {
    InitTrack init = track.init;
    TableWriter samples = track.samples;
    long delay = track.movieTicks(samples.start());
    long length = track.movieTicks(samples.ticks());
    trak.box("tkhd", tkhd -> tkhd.bytes(header(init.tkhd(), delay + length)));
    if (delay > 0) {
      trak.box("edts", edts -> edts.fullBox("elst", 1, 0, elst -> delay(elst, delay, length)));
    }
    trak.box(
        "mdia",
        mdia -> {
          MovieHeader.mdhd(mdia, init.timescale(), samples.ticks());
          MovieHeader.hdlr(mdia, init.kind());
          mdia.box(
              "minf",
              minf -> {
                MovieHeader.media(minf, init.kind());
                minf.box("stbl", stbl -> samples.write(stbl, init.stsd(), shift));
              });
        });
  }

  /** Shows nothing first, and then all samples (8.6.6). */
  private static void delay(BoxWriter elst, long delay, long length) {
    elst.u32(2);
    elst.u64(delay).u64(-1).u32(0x10000);
    elst.u64(length).u64(0).u32(0x10000);
  }

  private static byte[] header(byte[] tkhd, long duration) {
    byte[] header = tkhd.clone();
    if (header[0] == 1) {
      ByteBuffer.wrap(header).putLong(WIDE_TKHD_DURATION, duration);
    } else {
      ByteBuffer.wrap(header).putInt(TKHD_DURATION, (int) Math.min(duration, 0xffff_ffffL));
    }
    return header;
  }
}
