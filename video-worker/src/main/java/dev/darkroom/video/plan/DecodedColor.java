package dev.darkroom.video.plan;

import dev.darkroom.codec.mp4.SampleEntry;
import dev.darkroom.codec.profile.CodecProfile;
import dev.darkroom.contract.stream.StreamPlan;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds out which colors decoded frames have, which coders cannot if the frames do not say. */
final class DecodedColor {
  /**
   * Codecs whose frames have luma and chroma, and of which container or configuration say in which
   * colors, if anything does. Others, such as JPEG, imply a matrix.
   */
  private static final Set<String> SILENT =
      Set.of(
          "avc1", "avc3", "hvc1", "hev1", "dvh1", "dvhe", "av01", "vp09", "apco", "apcs", "apcn",
          "apch", "ap4h", "ap4x");

  /** Lines from which pictures that do not say count as BT.709, as players take them. */
  private static final int HIGH_DEFINITION = 720;

  /** Code points of ITU-T H.273. */
  private static final int BT709 = 1;

  private static final int UNSPECIFIED = 2;

  private DecodedColor() {}

  /** Returns the color of a track's frames; null if only they can say. */
  static StreamPlan.@Nullable Color of(SampleEntry entry) {
    SampleEntry.Color stated = CodecProfile.of(entry).color();
    boolean silent = stated == null || stated.matrix() == UNSPECIFIED;
    boolean large = Math.min(entry.width(), entry.height()) >= HIGH_DEFINITION;
    if (silent && large && SILENT.contains(entry.format())) {
      return stated == null
          ? new StreamPlan.Color(UNSPECIFIED, UNSPECIFIED, BT709, null)
          : new StreamPlan.Color(stated.primaries(), stated.transfer(), BT709, stated.fullRange());
    }
    return stated == null
        ? null
        : new StreamPlan.Color(
            stated.primaries(), stated.transfer(), stated.matrix(), stated.fullRange());
  }
}
