package dev.darkroom.reconcile;

import dev.darkroom.contract.MediaKind;
import dev.darkroom.reconcile.pass.Ages;
import dev.darkroom.stage.config.SettingsReader;
import dev.darkroom.stage.config.WorkerSettings;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The reconciler's settings, checked.
 *
 * @param bucket name of the bucket for originals and processed media
 * @param jobQueues URLs of the queues with each kind's jobs
 * @param streamQueue URL of the queue with tasks of streams
 * @param completionQueue URL of the queue with the events of manifests
 * @param ages how long work may take before it counts as lost
 * @param answerReserve how long before the invocation's end work stops, so that the cursor is
 *     written and the answer given in time
 */
record ReconcilerSettings(
    String bucket,
    Map<MediaKind, String> jobQueues,
    String streamQueue,
    String completionQueue,
    Ages ages,
    Duration answerReserve) {
  private static final String MIN_AGE = "1s";
  private static final String MAX_AGE = "14d";

  ReconcilerSettings {
    jobQueues = Map.copyOf(jobQueues);
  }

  /** Reads the settings, each by its name. */
  static ReconcilerSettings of(Function<String, Optional<String>> source) {
    return SettingsReader.read(
        source,
        read ->
            new ReconcilerSettings(
                read.text("darkroom.bucket"),
                Map.of(
                    MediaKind.IMAGE, read.text("darkroom.image-queue-url"),
                    MediaKind.VIDEO, read.text("darkroom.video-queue-url")),
                read.text("darkroom.stream-queue-url"),
                read.text("darkroom.completion-queue-url"),
                new Ages(
                    age(read, "image", "90m"),
                    age(read, "video", "3h"),
                    age(read, "stream", "6h"),
                    age(read, "announcement", "75m")),
                WorkerSettings.answerReserve(read, "10s")));
  }

  private static Duration age(SettingsReader read, String of, String fallback) {
    return read.duration("darkroom.lost-after-" + of, fallback, MIN_AGE, MAX_AGE);
  }
}
