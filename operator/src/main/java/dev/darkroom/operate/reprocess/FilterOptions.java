package dev.darkroom.operate.reprocess;

import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.MediaKind;
import dev.darkroom.operate.terminal.Moment;
import java.time.Instant;
import java.util.Optional;
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

  Filter filter() {
    return new Filter(
        Optional.ofNullable(kind),
        Optional.ofNullable(status),
        Optional.ofNullable(code),
        Optional.ofNullable(since),
        Optional.ofNullable(until));
  }
}
