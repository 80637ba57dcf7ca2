package dev.darkroom.codec.mp4;

import java.util.List;

/** Writes the start of a fragmented file, before its fragments: {@code ftyp} and {@code moov}. */
public final class InitSegment {
  private static final int MOVIE_TIMESCALE = 1000;

  /** Language "und": three letters of ISO 639-2/T in five bits each (8.4.2). */
  private static final int UNDETERMINED = 0x55c4;

  private InitSegment() {}

  /** Returns the segment's bytes. All samples of all tracks must come in fragments. */
  public static byte[] of(List<InitTrack> tracks) {
    long next = 1 + tracks.stream().mapToLong(InitTrack::id).max().orElse(0);
    return new BoxWriter()
        .box("ftyp", ftyp -> ftyp.text("iso6").u32(0).text("iso6").text("mp41"))
        .box(
            "moov",
            moov -> {
              mvhd(moov, next);
              tracks.forEach(track -> trak(moov, track));
              moov.box("mvex", mvex -> tracks.forEach(track -> trex(mvex, track)));
            })
        .toByteArray();
  }

  /** Writes the movie header (8.2.2). */
  private static void mvhd(BoxWriter moov, long nextTrack) {
    moov.fullBox(
        "mvhd",
        0,
        0,
        mvhd -> {
          mvhd.u32(0).u32(0).u32(MOVIE_TIMESCALE).u32(0);
          mvhd.u32(0x10000).u16(0x100).zeroes(10);
          TrackHeader.unity(mvhd).zeroes(24).u32(nextTrack);
        });
  }

  private static void trak(BoxWriter moov, InitTrack track) {
    moov.box(
        "trak",
        trak ->
            trak.box("tkhd", tkhd -> tkhd.bytes(track.tkhd()))
                .box(
                    "mdia",
                    mdia -> {
                      mdhd(mdia, track.timescale());
                      hdlr(mdia, track.kind());
                      mdia.box("minf", minf -> minf(minf, track));
                    }));
  }

  /** Writes the media header (8.4.2). */
  private static void mdhd(BoxWriter mdia, long timescale) {
    mdia.fullBox(
        "mdhd", 0, 0, mdhd -> mdhd.u32(0).u32(0).u32(timescale).u32(0).u16(UNDETERMINED).u16(0));
  }

  /** Writes the handler (8.4.3). */
  private static void hdlr(BoxWriter mdia, Track.Kind kind) {
    String handler =
        switch (kind) {
          case VIDEO -> "vide";
          case AUDIO -> "soun";
          case CAPTION -> "subt";
          case OTHER -> "meta";
        };
    mdia.fullBox("hdlr", 0, 0, hdlr -> hdlr.u32(0).text(handler).zeroes(12).u8(0));
  }

  private static void minf(BoxWriter minf, InitTrack track) {
    switch (track.kind()) {
      case VIDEO -> minf.fullBox("vmhd", 0, 1, vmhd -> vmhd.zeroes(8)); // 12.1.2
      case AUDIO -> minf.fullBox("smhd", 0, 0, smhd -> smhd.zeroes(4)); // 12.2.2
      case CAPTION, OTHER -> minf.fullBox("nmhd", 0, 0, nmhd -> {}); // 8.4.5.2
    }
    // 8.7.2: the samples are in this file.
    minf.box(
        "dinf",
        dinf -> dinf.fullBox("dref", 0, 0, dref -> dref.u32(1).fullBox("url ", 0, 1, url -> {})));
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

  /** Names the first sample entry (8.8.3); the fragments state everything else. */
  private static void trex(BoxWriter mvex, InitTrack track) {
    mvex.fullBox("trex", 0, 0, trex -> trex.u32(track.id()).u32(1).zeroes(12));
  }
}
