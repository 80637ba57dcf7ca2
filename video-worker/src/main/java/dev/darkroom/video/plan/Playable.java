package dev.darkroom.video.plan;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.h264.AvcConfig;
import dev.darkroom.codec.h264.Sps;
import dev.darkroom.codec.mp4.Movie;
import dev.darkroom.codec.mp4.SampleEntry;
import dev.darkroom.codec.mp4.Track;
import java.util.List;
import java.util.Set;

/**
 * Tells whether browsers play a movie as it is: H.264 of 8 bits and 4:2:0 up to level 5.1, with
 * AAC, MP3 or no sound.
 */
final class Playable {
  private static final Set<String> FORMATS = Set.of("avc1", "avc3");

  /** Baseline, Main and High (ITU-T H.264, A.2). */
  private static final Set<Integer> PROFILES = Set.of(66, 77, 100);

  private static final int MAX_LEVEL = 51;
  private static final int BITS = 8;
  private static final int YUV_420 = 1;

  private Playable() {}

  /**
   * @param pictures the track that players show
   */
  static boolean is(Movie movie, Track pictures) {
    List<SampleEntry> entries = SampleEntries.of(pictures);
    return !entries.isEmpty()
        && entries.stream().allMatch(Playable::isPlayable)
        && switch (SoundTrack.of(movie)) {
          case SoundTrack.Found(Track track, _) ->
              SampleEntries.of(track).stream()
                  .allMatch(entry -> SoundFormat.of(entry).isPlayable());
          case SoundTrack.None() -> true;
          case SoundTrack.Unknown _ -> false;
        };
  }

  private static boolean isPlayable(SampleEntry entry) {
    byte[] avcC = entry.configurations().get("avcC");
    if (entry.encrypted() || !FORMATS.contains(entry.format()) || avcC == null) {
      return false;
    }
    try {
      AvcConfig config = AvcConfig.parse(avcC);
      return config.sps().isEmpty()
          ? PROFILES.contains(avcC[1] & 0xff) && (avcC[3] & 0xff) <= MAX_LEVEL
          : config.sps().values().stream().allMatch(Playable::isPlayable);
    } catch (Malformed e) {
      return false;
    }
  }

  private static boolean isPlayable(Sps sps) {
    return PROFILES.contains(sps.profile())
        && sps.level() <= MAX_LEVEL
        && sps.bitDepth() == BITS
        && sps.chromaFormat() == YUV_420;
  }
}
