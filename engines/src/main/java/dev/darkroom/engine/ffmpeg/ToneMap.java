package dev.darkroom.engine.ffmpeg;

import dev.darkroom.codec.mp4.SampleEntry.Color;
import java.util.List;

/**
 * From PQ and HLG to what every screen shows. Of the curves there are, "mobius" leaves what is
 * darker than white nearly as it is: white of paper becomes 200 of 235 in both.
 */
final class ToneMap {
  /** ITU-R BT.2408, 2.1: white of paper in pictures of high dynamic range, in cd/m². */
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
