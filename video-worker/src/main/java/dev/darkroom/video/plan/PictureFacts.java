package dev.darkroom.video.plan;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.h264.AvcConfig;
import dev.darkroom.codec.mp4.SampleEntry;
import dev.darkroom.codec.mp4.Track;
import dev.darkroom.contract.stream.StreamPlan;
import java.util.Set;

/** Tells coders how a track's decoded frames become the pictures that people see. */
final class PictureFacts {
  /** Codecs without fields. */
  private static final Set<String> PROGRESSIVE =
      Set.of(
          "av01", "vp08", "vp09", "hvc1", "hev1", "dvh1", "dvhe", "jpeg", "png ", "rle ", "s263",
          "h263", "H263", "cvid", "SVQ1", "SVQ3", "smc ", "rpza", "gif ", "8BPS", "qdrw", "mjp2");

  /** Fields per frame of a {@code fiel} box (QTFF, "Field handling"). */
  private static final int FRAMES = 1;

  private PictureFacts() {}

  static StreamPlan.Picture of(Track track, SampleEntry entry, long timescale) {
    return new StreamPlan.Picture(
        timescale,
        track.orientation().rotation(),
        track.orientation().mirrored(),
        isInterlaced(entry),
        track.sampleRate(),
        DecodedColor.of(entry));
  }

  /** Tells whether frames may consist of fields; whether one does, its decoder says. */
  private static boolean isInterlaced(SampleEntry entry) {
    byte[] avcC = entry.configurations().get("avcC");
    if (avcC != null) {
      return hasFields(avcC);
    }
    byte[] fields = entry.configurations().get("fiel");
    if (fields != null && fields.length > 0) {
      return fields[0] != FRAMES;
    }
    return !PROGRESSIVE.contains(entry.format());
  }

  private static boolean hasFields(byte[] avcC) {
    try {
      return AvcConfig.parse(avcC).sps().values().stream().anyMatch(sps -> !sps.frameMbsOnly());
    } catch (Malformed e) {
      return true;
    }
  }
}
