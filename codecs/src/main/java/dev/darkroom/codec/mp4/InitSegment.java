package dev.darkroom.codec.mp4;

import java.util.List;

/** Writes the start of a fragmented file, before its fragments: {@code ftyp} and {@code moov}. */
public final class InitSegment {
  private InitSegment() {}

  /** Returns the segment's bytes. All samples of all tracks must come in fragments. */
  public static byte[] of(List<InitTrack> tracks) {
    return of(tracks, 0);
  }

  /**
   * Returns the bytes of a segment that says how long all fragments last together, without which
   * Firefox does not seek.
   *
   * @param seconds 0 if it is not known
   */
  public static byte[] of(List<InitTrack> tracks, double seconds) {
    long next = 1 + tracks.stream().mapToLong(InitTrack::id).max().orElse(0);
    return new BoxWriter()
        .box("ftyp", ftyp -> ftyp.text("iso6").u32(0).text("iso6").text("mp41"))
        .box(
            "moov",
            moov -> {
              MovieHeader.movie(moov, 0, next);
              tracks.forEach(track -> trak(moov, track));
              moov.box("mvex", mvex -> mvex(mvex, tracks, seconds));
            })
        .toByteArray();
  }

  private static void trak(BoxWriter moov, InitTrack track) {
    moov.box(
        "trak",
        trak ->
            trak.box("tkhd", tkhd -> tkhd.bytes(track.tkhd()))
                .box(
                    "mdia",
                    mdia -> {
                      MovieHeader.mdhd(mdia, track.timescale(), 0);
                      MovieHeader.hdlr(mdia, track.kind());
                      mdia.box("minf", minf -> minf(minf, track));
                    }));
  }

  private static void minf(BoxWriter minf, InitTrack track) {
    MovieHeader.media(minf, track.kind());
    minf.box(
        "stbl",
        stbl -> {
          stbl.box("stsd", stsd -> stsd.bytes(track.stsd()));
          stbl.fullBox("stts", 0, 0, stts -> stts.u32(0));
          stbl.fullBox("stsc", 0, 0, stsc -> stsc.u32(0));
          stbl.fullBox("stsz", 0, 0, stsz -> stsz.u32(0).u32(0));
          stbl.fullBox("stco", 0, 0, stco -> stco.u32(0));
        });
  }

  /** Announces fragments, and their duration (8.8.2). */
  private static void mvex(BoxWriter mvex, List<InitTrack> tracks, double seconds) {
    long duration = Math.round(seconds * MovieHeader.TIMESCALE);
    if (duration > 0) {
      mvex.fullBox("mehd", 1, 0, mehd -> mehd.u64(duration));
    }
    tracks.forEach(track -> trex(mvex, track));
  }

  /** Names the first sample entry (8.8.3); the fragments state everything else. */
  private static void trex(BoxWriter mvex, InitTrack track) {
    mvex.fullBox("trex", 0, 0, trex -> trex.u32(track.id()).u32(1).zeroes(12));
  }
}
