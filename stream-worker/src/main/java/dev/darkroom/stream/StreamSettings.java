package dev.darkroom.stream;

import dev.darkroom.stage.config.SettingsReader;
import dev.darkroom.stage.config.WorkerSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * The stream worker's settings, checked.
 *
 * @param bucket name of the bucket for originals and processed media
 * @param streamQueue URL of the queue with the tasks of streams
 * @param videoQueue URL of the queue with video jobs, for videos that have to be planned anew
 * @param engine an ffmpeg of version 5.1 or later, or the folder that it was unpacked into; by
 *     default the one on the path or in a layer
 * @param answerReserve how long before the invocation's end work stops
 * @param warmUp whether to load what the first event needs while the function starts
 */
record StreamSettings(
    String bucket,
    String streamQueue,
    String videoQueue,
    Optional<Path> engine,
    Duration answerReserve,
    boolean warmUp) {
  static StreamSettings of(Function<String, Optional<String>> source) {
    return SettingsReader.read(
        source,
        read ->
            new StreamSettings(
                read.text("darkroom.bucket"),
                read.text("darkroom.stream-queue-url"),
                read.text("darkroom.video-queue-url"),
                read.optional("darkroom.engine", Path::of),
                WorkerSettings.answerReserve(read, "3s"),
                read.flag("darkroom.warm-up", true)));
  }
}
