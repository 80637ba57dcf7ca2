package dev.darkroom.reconcile;

import dev.darkroom.stage.config.SettingsReader;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a run is asked for. The schedule asks for nothing in particular.
 *
 * @param olderThan age from which everything counts as lost, like {@code 0s} or {@code 10m}; absent
 *     for the ages of the settings
 */
public record Request(@Nullable String olderThan) {

  /**
   * Reads the age.
   *
   * @throws dev.darkroom.stage.config.InvalidSettingsException if it is none
   */
  Optional<Duration> age() {
    return SettingsReader.read(
        _ -> Optional.ofNullable(olderThan),
        read ->
            olderThan == null
                ? Optional.empty()
                : Optional.of(read.duration("olderThan", "0s", "0s", "365d")));
  }
}
