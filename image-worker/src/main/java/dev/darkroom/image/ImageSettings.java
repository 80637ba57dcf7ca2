package dev.darkroom.image;

import dev.darkroom.codec.keyframe.KeyframeEngine;
import dev.darkroom.image.rendition.RenditionSpec;
import dev.darkroom.image.step.AnimationLimits;
import dev.darkroom.image.step.Limits;
import java.time.Duration;
import java.util.List;
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
}
