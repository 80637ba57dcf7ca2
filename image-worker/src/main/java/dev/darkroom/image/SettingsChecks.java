package dev.darkroom.image;

import dev.darkroom.engine.ffmpeg.Engines;
import dev.darkroom.engine.foreign.NativeCodecs;
import dev.darkroom.image.rendition.OutputFormat;
import dev.darkroom.image.rendition.RenditionGrammar;
import dev.darkroom.image.rendition.RenditionSpec;
import dev.darkroom.image.step.AnimationLimits;
import dev.darkroom.image.step.Limits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks at all of the configuration, so that all that is wrong with it is said at once. */
final class SettingsChecks {
  /** Heap that the process itself needs, measured with room to spare. */
  private static final long RESERVED_HEAP = 64L * 1024 * 1024;

  /** What one array holds. */
  private static final int MAX_ARRAY = Integer.MAX_VALUE - 8;

  private final List<String> problems = new ArrayList<>();

  ImageSettings settings(ImageWorkerConfig worker) {
    ImageWorkerConfig.Image config = worker.image();
    List<RenditionSpec> renditions = renditions(config);
    Limits limits = limits(config);
    AnimationLimits animation = animation(config.animation());
    require(!config.answerReserve().isNegative(), "answer-reserve", "0 or more");
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(
          "The configuration is not valid:\n- " + String.join("\n- ", problems));
    }
    return new ImageSettings(
        renditions,
        config.progressiveJpeg(),
        limits,
        animation,
        config.turbo() && NativeCodecs.available(),
        Engines.find(worker.engine().orElse(null), System.getenv("PATH")),
        config.answerReserve());
  }

  private List<RenditionSpec> renditions(ImageWorkerConfig.Image config) {
    boolean right = isQuality(config.jpegQuality()) && isQuality(config.webpQuality());
    require(isQuality(config.jpegQuality()), "jpeg-quality", "1 to 100");
    require(isQuality(config.webpQuality()), "webp-quality", "1 to 100");
    var grammar =
        new RenditionGrammar(
            right
                ? Map.of(
                    OutputFormat.JPEG, config.jpegQuality(),
                    OutputFormat.WEBP, config.webpQuality())
                : Map.of(),
            config.formats());
    var specs = new ArrayList<RenditionSpec>();
    Set<String> names = new HashSet<>();
    for (String text : config.renditions()) {
      try {
        RenditionSpec spec = grammar.parse(text);
        specs.add(spec);
        if (!names.add(spec.name())) {
          problem("renditions", "two are named '" + spec.name() + "'");
        }
      } catch (IllegalArgumentException e) {
        problem("renditions", String.valueOf(e.getMessage()));
      }
    }
    return specs;
  }

  private Limits limits(ImageWorkerConfig.Image config) {
    long maxBytes = config.maxBytes().asLongValue();
    // A file is held in one array, and so is a picture.
    require(maxBytes >= 1 && maxBytes <= MAX_ARRAY, "max-bytes", "1 byte to 2 GiB");
    require(isArray(config.maxPixels()), "max-pixels", "1 to 2^31 - 9");
    require(isArray(config.maxJpegPixels()), "max-jpeg-pixels", "1 to 2^31 - 9");
    require(config.maxEdge() >= 1, "max-edge", "1 or more");
    require(config.maxFrames() >= 1, "max-frames", "1 or more");
    require(config.maxTotalPixels() >= 1, "max-total-pixels", "1 or more");
    require(isPositive(config.decodeTime()), "decode-time", "more than 0");
    long memory =
        config.maxMemory().isPresent()
            ? config.maxMemory().get().asLongValue()
            : Runtime.getRuntime().maxMemory() - RESERVED_HEAP;
    require(memory >= 1, "max-memory", "1 byte or more");
    return new Limits(
        maxBytes,
        config.maxPixels(),
        config.maxJpegPixels(),
        config.maxEdge(),
        config.maxFrames(),
        config.maxTotalPixels(),
        memory,
        config.decodeTime());
  }

  private AnimationLimits animation(ImageWorkerConfig.Animation config) {
    require(config.maxFrames() >= 0, "animation.max-frames", "0 or more");
    require(config.maxPixels() >= 0, "animation.max-pixels", "0 or more");
    require(isPositive(config.time()), "animation.time", "more than 0");
    return new AnimationLimits(config.maxFrames(), config.maxPixels(), config.time());
  }

  private void require(boolean holds, String property, String range) {
    if (!holds) {
      problem(property, "must be " + range);
    }
  }

  private void problem(String property, String what) {
    problems.add("darkroom.image." + property + ": " + what);
  }

  private static boolean isQuality(int value) {
    return value >= 1 && value <= 100;
  }

  private static boolean isArray(long length) {
    return length >= 1 && length <= MAX_ARRAY;
  }

  private static boolean isPositive(Duration duration) {
    return !duration.isNegative() && !duration.isZero();
  }
}
