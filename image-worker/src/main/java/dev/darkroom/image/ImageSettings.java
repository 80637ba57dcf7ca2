package dev.darkroom.image;

import dev.darkroom.image.step.Limits;
import dev.darkroom.image.step.RenditionSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The configuration, checked. */
record ImageSettings(
    List<RenditionSpec> renditions, int jpegQuality, Limits limits, Duration answerReserve) {
  /** Heap that the process itself needs, measured with room to spare. */
  private static final long RESERVED_HEAP = 64L * 1024 * 1024;

  ImageSettings {
    renditions = List.copyOf(renditions);
  }

  /**
   * @throws IllegalArgumentException naming everything that is wrong
   */
  static ImageSettings of(ImageWorkerConfig.Image config) {
    return new Checks().settings(config);
  }

  private static final class Checks {
    private final List<String> problems = new ArrayList<>();

    ImageSettings settings(ImageWorkerConfig.Image config) {
      List<RenditionSpec> renditions = renditions(config.renditions());
      require(config.jpegQuality() >= 1 && config.jpegQuality() <= 100, "jpeg-quality", "1 to 100");
      long maxBytes = config.maxBytes().asLongValue();
      // A file is held in one array.
      require(maxBytes >= 1 && maxBytes <= Integer.MAX_VALUE - 8, "max-bytes", "1 byte to 2 GiB");
      // So is a picture.
      require(
          config.maxPixels() >= 1 && config.maxPixels() <= Integer.MAX_VALUE - 8,
          "max-pixels",
          "1 to 2^31 - 9");
      require(config.maxEdge() >= 1, "max-edge", "1 or more");
      require(config.maxFrames() >= 1, "max-frames", "1 or more");
      require(isPositive(config.decodeTime()), "decode-time", "more than 0");
      require(!config.answerReserve().isNegative(), "answer-reserve", "0 or more");
      long memory =
          config.maxMemory().isPresent()
              ? config.maxMemory().get().asLongValue()
              : Runtime.getRuntime().maxMemory() - RESERVED_HEAP;
      require(memory >= 1, "max-memory", "1 byte or more");
      if (!problems.isEmpty()) {
        throw new IllegalArgumentException(
            "The configuration is not valid:\n- " + String.join("\n- ", problems));
      }
      var limits =
          new Limits(
              maxBytes,
              config.maxPixels(),
              config.maxEdge(),
              config.maxFrames(),
              memory,
              config.decodeTime());
      return new ImageSettings(renditions, config.jpegQuality(), limits, config.answerReserve());
    }

    private List<RenditionSpec> renditions(List<String> texts) {
      var specs = new ArrayList<RenditionSpec>();
      Set<String> names = new HashSet<>();
      for (String text : texts) {
        try {
          RenditionSpec spec = RenditionSpec.parse(text);
          specs.add(spec);
          if (!names.add(spec.name())) {
            problems.add("darkroom.image.renditions: two are named '" + spec.name() + "'");
          }
        } catch (IllegalArgumentException e) {
          problems.add("darkroom.image.renditions: " + e.getMessage());
        }
      }
      return specs;
    }

    private void require(boolean holds, String property, String range) {
      if (!holds) {
        problems.add("darkroom.image." + property + ": must be " + range);
      }
    }

    private static boolean isPositive(Duration duration) {
      return !duration.isNegative() && !duration.isZero();
    }
  }
}
