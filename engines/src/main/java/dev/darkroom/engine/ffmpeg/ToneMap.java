package dev.darkroom.engine.ffmpeg;

import dev.darkroom.codec.mp4.SampleEntry.Color;
import java.util.List;

/**
 * Maps PQ and HLG to BT.709. Of ffmpeg's curves, "mobius" changes tones below white the least: the
 * white of paper becomes luma 200 of 235 for both.
 */
final class ToneMap {
  /** White of paper in pictures of high dynamic range, in cd/m² (ITU-R BT.2408, 2.1). */
  private static final int REFERENCE_WHITE = 203;

  private static final int PQ = 16;

  private ToneMap() {}

  static List<String> filters(Color from) {
    String transfer = from.transfer() == PQ ? "smpte2084" : "arib-std-b67";
    String range = Boolean.TRUE.equals(from.fullRange()) ? "pc" : "tv";
    return List.of(
        "setparams=color_primaries=bt2020:color_trc=%s:colorspace=bt2020nc:range=%s"
            .formatted(transfer, range),
        "zscale=t=linear:npl=" + REFERENCE_WHITE,
        "format=gbrpf32le",
        "zscale=p=bt709",
        "tonemap=mobius:desat=0",
        "zscale=t=bt709:m=bt709:r=tv");
  }
}
