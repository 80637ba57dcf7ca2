package dev.darkroom.operate.reprocess;

import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.MediaKind;
import dev.darkroom.operate.terminal.Moment;
import dev.darkroom.stage.store.ObjectStore;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that select results. */
final class FilterOptions {
  @Option(
      names = "--code",
      paramLabel = "CODE",
      converter = Converters.OfCode.class,
      description = "What failed with this code, or lacks an output for it, such as gave-up.")
  private @Nullable ErrorCode code;

  @Option(
      names = "--status",
      paramLabel = "completed|failed",
      converter = Converters.OfStatus.class,
      description = "What ended like this.")
  private Manifest.@Nullable Status status;

  @Option(
      names = "--kind",
      paramLabel = "image|video",
      converter = Converters.OfKind.class,
      description = "Pictures or videos.")
  private @Nullable MediaKind kind;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      converter = Moment.class,
      description = "Results made at this time or later: 2026-11-01, 2026-11-01T12:00:00Z, or 2h.")
  private @Nullable Instant since;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      converter = Moment.class,
      description = "Results made before this time.")
  private @Nullable Instant until;

  @Option(
      names = "--older-than-settings",
      description = {
        "What was made with other settings than the newest result of its kind: first process one"
            + " picture and one video with the new ones."
      })
  private boolean olderThanSettings;

  /** Whether any option was given. */
  boolean select() {
    return olderThanSettings
        || Stream.of(code, status, kind, since, until).anyMatch(Objects::nonNull);
  }

  Filter filter(ObjectStore store) {
    return new Filter(
        Optional.ofNullable(kind),
        Optional.ofNullable(status),
        Optional.ofNullable(code),
        Optional.ofNullable(since),
        Optional.ofNullable(until),
        olderThanSettings ? Optional.of(CurrentSettings.find(store)) : Optional.empty());
  }
}
