package dev.darkroom.video.step;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.mp4.SampleEntry;
import dev.darkroom.codec.mp4.Track;
import dev.darkroom.codec.profile.CodecProfile;
import dev.darkroom.contract.Media;
import org.jspecify.annotations.Nullable;

/** Describes a track for the manifest. */
final class TrackMetadata {
  /** TransferCharacteristics (ITU-T H.273, table 3). */
  private static final int PQ = 16;

  private static final int HLG = 18;

  private TrackMetadata() {}

  static Media.Track of(Track track) {
    String type = track.kind() == Track.Kind.VIDEO ? "video" : "audio";
    SampleEntry entry = track.entry();
    if (entry == null) {
      return new Media.Track(type, "unknown");
    }
    CodecProfile profile = CodecProfile.of(entry);
    SampleEntry.Sound sound = track.kind() == Track.Kind.AUDIO ? profile.sound() : null;
    return new Media.Track(
        type,
        entry.codec(),
        profile.words(),
        bitRate(track),
        track.kind() == Track.Kind.VIDEO ? color(profile) : null,
        sound == null || sound.channels() == 0 ? null : sound.channels(),
        sound == null || sound.sampleRate() == 0 ? null : sound.sampleRate());
  }

  private static @Nullable Long bitRate(Track track) {
    long duration = track.samples().duration();
    if (duration <= 0) {
      return null;
    }
    try {
      return (long) (8.0 * track.samples().bytes() * track.timescale() / duration);
    } catch (Malformed e) {
      return null;
    }
  }

  private static Media.@Nullable Color color(CodecProfile profile) {
    SampleEntry.Color code = profile.color();
    if (code == null && profile.bitDepth() == 0) {
      return null;
    }
    return new Media.Color(
        profile.bitDepth() == 0 ? null : profile.bitDepth(),
        profile.chroma(),
        code == null ? null : hdr(code.transfer()),
        code == null ? null : space(code.matrix()),
        code == null ? null : code.fullRange());
  }

  private static @Nullable String hdr(int transfer) {
    return transfer == PQ ? "pq" : transfer == HLG ? "hlg" : null;
  }

  /** MatrixCoefficients (ITU-T H.273, table 4). */
  private static @Nullable String space(int matrix) {
    return switch (matrix) {
      case 1 -> "bt709";
      case 5, 6 -> "bt601";
      case 9, 10 -> "bt2020";
      default -> null;
    };
  }
}
