package dev.darkroom.codec.mp4;

/** Writes the headers that a movie has with and without fragments. */
final class MovieHeader {
  /** Ticks per second of a movie's own times. */
  static final int TIMESCALE = 1000;

  /** Language "und": three letters of ISO 639-2/T in five bits each (8.4.2). */
  private static final int UNDETERMINED = 0x55c4;

  private MovieHeader() {}

  /**
   * Writes the movie header (8.2.2).
   *
   * @param duration in ticks of {@link #TIMESCALE}; 0 for one of fragments
   */
  static void movie(BoxWriter moov, long duration, long nextTrack) {
    moov.fullBox(
        "mvhd",
        1,
        0,
        mvhd -> {
          mvhd.u64(0).u64(0).u32(TIMESCALE).u64(duration);
          mvhd.u32(0x10000).u16(0x100).zeroes(10);
          TrackHeader.unity(mvhd).zeroes(24).u32(nextTrack);
        });
  }

  /** Writes the media header (8.4.2). */
  static void mdhd(BoxWriter mdia, long timescale, long duration) {
    mdia.fullBox(
        "mdhd",
        1,
        0,
        mdhd -> mdhd.u64(0).u64(0).u32(timescale).u64(duration).u16(UNDETERMINED).u16(0));
  }

  /** Writes the handler (8.4.3). */
  static void hdlr(BoxWriter mdia, Track.Kind kind) {
    String handler =
        switch (kind) {
          case VIDEO -> "vide";
          case AUDIO -> "soun";
          case CAPTION -> "subt";
          case OTHER -> "meta";
        };
    mdia.fullBox("hdlr", 0, 0, hdlr -> hdlr.u32(0).text(handler).zeroes(12).u8(0));
  }

  /** Writes what comes before the sample table: samples are in this file (8.7.2). */
  static void media(BoxWriter minf, Track.Kind kind) {
    switch (kind) {
      case VIDEO -> minf.fullBox("vmhd", 0, 1, vmhd -> vmhd.zeroes(8)); // 12.1.2
      case AUDIO -> minf.fullBox("smhd", 0, 0, smhd -> smhd.zeroes(4)); // 12.2.2
      case CAPTION, OTHER -> minf.fullBox("nmhd", 0, 0, nmhd -> {}); // 8.4.5.2
    }
    minf.box(
        "dinf",
        dinf -> dinf.fullBox("dref", 0, 0, dref -> dref.u32(1).fullBox("url ", 0, 1, url -> {})));
  }
}
