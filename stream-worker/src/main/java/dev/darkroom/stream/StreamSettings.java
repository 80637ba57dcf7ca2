package dev.darkroom.stream;

import dev.darkroom.engine.stream.EncoderSettings;
import dev.darkroom.stage.config.SettingsReader;
import dev.darkroom.stage.config.WorkerSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
 * @param encoder quality, speed and threads of coding
 * @param answerReserve how long before the invocation's end work stops
 * @param warmUp whether to load what the first event needs while the function starts
 */
record StreamSettings(
    String bucket,
    String streamQueue,
    String videoQueue,
    Optional<Path> engine,
    EncoderSettings encoder,
    Duration answerReserve,
    boolean warmUp) {
  /** Presets of x264, from the fastest to the best. */
  private static final List<String> PRESETS =
      List.of(
          "ultrafast",
          "superfast",
          "veryfast",
          "faster",
          "fast",
          "medium",
          "slow",
          "slower",
          "veryslow");

  static StreamSettings of(Function<String, Optional<String>> source) {
    return SettingsReader.read(
        source,
        read ->
            new StreamSettings(
                read.text("darkroom.bucket"),
                read.text("darkroom.stream-queue-url"),
                read.text("darkroom.video-queue-url"),
                read.optional("darkroom.engine", Path::of),
                encoder(read),
                WorkerSettings.answerReserve(read, "3s"),
                read.flag("darkroom.warm-up", true)));
  }

  private static EncoderSettings encoder(SettingsReader read) {
    EncoderSettings standard = EncoderSettings.DEFAULT;
    return new EncoderSettings(
        read.count("darkroom.stream.crf", (int) standard.crf(), 10, 40),
        read.optional("darkroom.stream.preset", StreamSettings::preset).orElse(standard.preset()),
        standard.bitsPerPixel(),
        read.count("darkroom.stream.threads", standard.threads(), 1, 16),
        read.count("darkroom.stream.sound-kbits", standard.soundKbits(), 32, 320));
  }

  private static String preset(String text) {
    if (!PRESETS.contains(text)) {
      throw new IllegalArgumentException(text + " is none of " + String.join(", ", PRESETS));
    }
    return text;
  }
}
