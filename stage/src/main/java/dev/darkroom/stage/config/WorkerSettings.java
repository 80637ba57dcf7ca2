package dev.darkroom.stage.config;

import dev.darkroom.contract.MediaKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What both workers are told.
 *
 * @param bucket name of the bucket for originals and processed media
 * @param jobQueues URLs of the queues with each kind's jobs: a worker hands files of the other kind
 *     over, and sends itself what has to be processed again
 * @param engine an ffmpeg of version 5.1 or later, or the folder that it was unpacked into; decodes
 *     what Java cannot. By default the one on the path or in a layer, if any
 * @param answerReserve how long before the invocation's end work stops, so that the manifest is
 *     written and the answer given in time
 * @param warmUp whether to load what the first event needs while the function starts
 */
public record WorkerSettings(
    String bucket,
    Map<MediaKind, String> jobQueues,
    Optional<Path> engine,
    Duration answerReserve,
    boolean warmUp) {

  private static final Set<String> PLACES =
      Set.of(
          "darkroom.bucket",
          "darkroom.image-queue-url",
          "darkroom.video-queue-url",
          "darkroom.stream-queue-url");

  public WorkerSettings {
    jobQueues = Map.copyOf(jobQueues);
  }

  /** Reads the workers' common settings. */
  public static WorkerSettings of(SettingsReader read) {
    return new WorkerSettings(
        read.text("darkroom.bucket"),
        Map.of(
            MediaKind.IMAGE, read.text("darkroom.image-queue-url"),
            MediaKind.VIDEO, read.text("darkroom.video-queue-url")),
        read.optional("darkroom.engine", Path::of),
        answerReserve(read, "3s"),
        read.flag("darkroom.warm-up", true));
  }

  /**
   * Finds these settings, for a pipeline that runs without bucket, queues and function around it.
   */
  public static Function<String, Optional<String>> detached(Map<String, String> settings) {
    return name ->
        Optional.ofNullable(settings.get(name))
            .or(() -> PLACES.contains(name) ? Optional.of("none") : Optional.empty());
  }

  /**
   * Reads the answer reserve, which must be within Lambda's longest timeout (AWS Lambda Developer
   * Guide, "Quotas").
   */
  public static Duration answerReserve(SettingsReader read, String fallback) {
    return read.duration("darkroom.answer-reserve", fallback, "0s", "15m");
  }
}
