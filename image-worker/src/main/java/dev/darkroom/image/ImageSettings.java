package dev.darkroom.image;

import dev.darkroom.image.rendition.RenditionSpec;
import dev.darkroom.image.step.AnimationLimits;
import dev.darkroom.image.step.Limits;
import java.time.Duration;
import java.util.List;

/**
 * The configuration, checked.
 *
 * @param turbo whether libjpeg-turbo and libwebp are used; they are there, if so
 */
record ImageSettings(
    List<RenditionSpec> renditions,
    boolean progressiveJpeg,
    Limits limits,
    AnimationLimits animation,
    boolean turbo,
    Duration answerReserve) {

  ImageSettings {
    renditions = List.copyOf(renditions);
  }

  /**
   * @throws IllegalArgumentException naming everything that is wrong
   */
  static ImageSettings of(ImageWorkerConfig.Image config) {
    return new SettingsChecks().settings(config);
  }
}
