package dev.darkroom.codec.mp4;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a file's index says.
 *
 * @param duration as a player shows it; absent where a fragmented file does not say
 * @param createdAt in UTC; absent where the file has zero, as many writers do
 * @param fragmented whether samples lie in movie fragments (8.8)
 * @param whole whether the tracks have all their samples, which of long fragmented files they have
 *     not
 */
public record Movie(
    @Nullable Duration duration,
    @Nullable Instant createdAt,
    List<Track> tracks,
    boolean fragmented,
    boolean whole,
    Layout layout) {
  public Movie {
    tracks = List.copyOf(tracks);
  }

  /** The track a player shows: the first picture track that has samples. */
  public Optional<Track> video() {
    return tracks.stream()
        .filter(track -> track.kind() == Track.Kind.VIDEO && track.samples().count() > 0)
        .findFirst();
  }
}
