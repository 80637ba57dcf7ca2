package dev.darkroom.engine.ffmpeg;

import dev.darkroom.codec.mp4.SampleEntry.Color;
import java.util.List;

/**
 * Maps PQ and HLG to BT.709. Of ffmpeg's curves, "mobius" changes tones below white the least: the
 * white of paper becomes luma 200 of 235 for both.
 */
public final class ToneMap {
  /** White of paper in pictures of high dynamic range, in cd/m² (ITU-R BT.2408, 2.1). */
  private static final int REFERENCE_WHITE = 203;

  private static final int PQ = 16;
  private static final int HLG = 18;

  private ToneMap() {}

  /** Whether a color is PQ or HLG (H.273: 16 or 18). */
  public static boolean isNeeded(Color from) {
    return from.transfer() == PQ || from.transfer() == HLG;
  }

  /** Returns the filters that map frames of such a color to BT.709 of limited range. */
  public static List<String> filters(Color from) {
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
