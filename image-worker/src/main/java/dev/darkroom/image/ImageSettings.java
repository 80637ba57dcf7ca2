package dev.darkroom.image;

import dev.darkroom.engine.ffmpeg.KeyframeEngine;
import dev.darkroom.image.rendition.RenditionSpec;
import dev.darkroom.image.step.AnimationLimits;
import dev.darkroom.image.step.Limits;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The configuration, checked.
 *
 * @param turbo whether libjpeg-turbo and libwebp are used; they are there, if so
 * @param engine that may decode HEIC and AVIF
 */
record ImageSettings(
    List<RenditionSpec> renditions,
    boolean progressiveJpeg,
    Limits limits,
    AnimationLimits animation,
    boolean turbo,
    Optional<KeyframeEngine> engine,
    Duration answerReserve) {

  ImageSettings {
    renditions = List.copyOf(renditions);
  }

  /**
   * @throws IllegalArgumentException naming everything that is wrong
   */
  static ImageSettings of(ImageWorkerConfig config) {
    return new SettingsChecks().settings(config);
  }

  /** The defaults, but for these. */
  static ImageSettings of(Map<String, String> settings) {
    SmallRyeConfig config =
        new SmallRyeConfigBuilder()
            .withMapping(ImageWorkerConfig.class)
            .withConverter(MemorySize.class, 500, new MemorySizeConverter())
            .withConverter(Duration.class, 500, new DurationConverter())
            .withDefaultValue("darkroom.bucket", "nowhere")
            .withDefaultValue("darkroom.image-queue-url", "nowhere")
            .withDefaultValue("darkroom.video-queue-url", "nowhere")
            .withDefaultValues(settings)
            .build();
    return of(config.getConfigMapping(ImageWorkerConfig.class));
  }
}
