package dev.darkroom.codec.mp4;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The content of a file's index.
 *
 * @param duration as a player shows it; null if a fragmented file does not say
 * @param createdAt in UTC; null if the file has zero, which many writers leave there
 * @param fragmented whether samples lie in movie fragments (8.8)
 * @param whole whether the tracks have all their samples; those of long fragmented files do not
 * @param layout where the index and the boxes around it lie
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

  /**
   * Returns the track that a player shows: the first picture track with samples that is enabled, or
   * without any the first.
   */
  public Optional<Track> video() {
    List<Track> found =
        tracks.stream()
            .filter(track -> track.kind() == Track.Kind.VIDEO && track.samples().count() > 0)
            .toList();
    return found.stream().filter(Track::enabled).findFirst().or(() -> found.stream().findFirst());
  }
}
