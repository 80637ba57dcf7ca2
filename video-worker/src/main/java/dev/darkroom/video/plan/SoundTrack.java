package dev.darkroom.video.plan;

import dev.darkroom.codec.mp4.Movie;
import dev.darkroom.codec.mp4.SampleEntry;
import dev.darkroom.codec.mp4.Track;
import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Rejection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Chooses the sound that people hear: the first track that is enabled, if it can be decoded. */
sealed interface SoundTrack {
  record Found(Track track, SoundFormat format) implements SoundTrack {}

  /** The movie has no sound. */
  record None() implements SoundTrack {}

  /** The movie has sound that nobody can decode. */
  record Unknown(Rejection reason) implements SoundTrack {}

  static SoundTrack of(Movie movie) {
    List<Track> tracks =
        movie.tracks().stream()
            .filter(it -> it.kind() == Track.Kind.AUDIO && it.samples().count() > 0)
            .sorted(Comparator.comparing(track -> !track.enabled()))
            .toList();
    for (Track track : tracks) {
      SampleEntry entry = track.entry();
      SoundFormat format = entry == null || entry.encrypted() ? null : SoundFormat.of(entry);
      if (format != null && format.isKnown()) {
        return new Found(track, format);
      }
    }
    return tracks.isEmpty() ? new None() : new Unknown(reason(tracks.getFirst().entry()));
  }

  private static Rejection reason(@Nullable SampleEntry entry) {
    if (entry == null) {
      return Rejection.of(ErrorCode.UNSUPPORTED_FORMAT, "The file does not say how it is coded.");
    }
    return entry.encrypted()
        ? Rejection.of(ErrorCode.ENCRYPTED)
        : Rejection.of(
            ErrorCode.UNSUPPORTED_FORMAT, "Sound of " + entry.codec() + " cannot be decoded.");
  }
}
