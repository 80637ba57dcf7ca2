package dev.darkroom.image;

import dev.darkroom.engine.ffmpeg.EngineFinder;
import dev.darkroom.engine.ffmpeg.KeyframeEngine;
import dev.darkroom.engine.foreign.NativeCodecs;
import dev.darkroom.image.rendition.OutputFormat;
import dev.darkroom.image.rendition.RenditionGrammar;
import dev.darkroom.image.rendition.RenditionSpec;
import dev.darkroom.image.step.AnimationLimits;
import dev.darkroom.image.step.Limits;
import dev.darkroom.stage.config.SettingsReader;
import dev.darkroom.stage.config.WorkerSettings;
import dev.darkroom.stage.job.Stage;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The image worker's settings, checked.
 *
 * @param renditions what is made of a picture, each as {@code name WIDTHxHEIGHT fit|cover|pad
 *     [enlarge] [format[:quality] …]}, like {@code hero 1600x900 cover webp:85 jpeg}. One that
 *     names no format is written as all of {@code darkroom.image.formats}: webp, jpeg or png, where
 *     a JPEG of a picture with alpha becomes a PNG. From quality 90 on colors are as sharp as light
 *     (4:4:4)
 * @param progressiveJpeg whether JPEGs show coarsely at first while they load
 * @param turbo whether libjpeg-turbo and libwebp decode and encode; they are available, if so
 * @param engine decodes HEIC and AVIF, if there is one
 */
record ImageSettings(
    WorkerSettings worker,
    List<RenditionSpec> renditions,
    boolean progressiveJpeg,
    Limits limits,
    AnimationLimits animation,
    boolean turbo,
    Optional<KeyframeEngine> engine) {
  private static final String RENDITIONS = "darkroom.image.renditions";
  private static final String FOUR_SIZES =
      "large 1920x1920 fit,medium 1024x1024 fit,small 512x512 fit,thumb 160x160 cover";

  /** Heap that the process itself needs, in bytes, measured with room to spare. */
  private static final long RESERVED_HEAP = 64L * 1024 * 1024;

  /** A file is held in one array, and so is a picture: this is what an array holds. */
  private static final int MAX_ARRAY = Integer.MAX_VALUE - 8;

  ImageSettings {
    renditions = List.copyOf(renditions);
  }

  /** Reads the settings, each by its name. */
  static ImageSettings of(Function<String, Optional<String>> source) {
    return SettingsReader.read(
        source,
        read -> {
          var worker = WorkerSettings.of(read);
          return new ImageSettings(
              worker,
              renditions(read),
              read.flag("darkroom.image.progressive-jpeg", false),
              limits(read),
              animation(read),
              read.flag("darkroom.image.turbo", true) && NativeCodecs.available(),
              EngineFinder.find(worker.engine().orElse(null), System.getenv("PATH")));
        });
  }

  /** The settings that shape outputs. Limits, which decide whether there are any, do not count. */
  List<?> shaping() {
    return List.of(renditions, progressiveJpeg, animation, turbo, engine.isPresent());
  }

  private static List<RenditionSpec> renditions(SettingsReader read) {
    Map<OutputFormat, Integer> qualities =
        Map.of(
            OutputFormat.JPEG, read.count("darkroom.image.jpeg-quality", 82, 1, 100),
            OutputFormat.WEBP, read.count("darkroom.image.webp-quality", 80, 1, 100));
    List<OutputFormat> formats = read.list("darkroom.image.formats", "webp,jpeg", OutputFormat::of);
    List<RenditionSpec> specs =
        read.list(RENDITIONS, FOUR_SIZES, new RenditionGrammar(qualities, formats)::parse);
    Set<String> names = new HashSet<>();
    for (RenditionSpec spec : specs) {
      if (!names.add(spec.name())) {
        read.fault(RENDITIONS, "two are named '" + spec.name() + "'");
      }
    }
    return specs;
  }

  private static Limits limits(SettingsReader read) {
    return new Limits(
        read.size("darkroom.image.max-bytes", "100M", "1", "" + MAX_ARRAY),
        read.number("darkroom.image.max-pixels", 50_000_000, 1, MAX_ARRAY),
        read.number("darkroom.image.max-jpeg-pixels", 100_000_000, 1, MAX_ARRAY),
        read.count("darkroom.image.max-edge", 32_768, 1, Integer.MAX_VALUE),
        read.count("darkroom.image.max-frames", 5_000, 1, Integer.MAX_VALUE),
        read.number("darkroom.image.max-total-pixels", 2_000_000_000, 1, Long.MAX_VALUE),
        read.optionalSize("darkroom.image.max-memory", "1", "1T")
            .orElse(Math.max(1, Runtime.getRuntime().maxMemory() - RESERVED_HEAP)),
        functionMemory(),
        read.duration("darkroom.image.decode-time", "30s", "0.000001s", "15m"));
  }

  private static long functionMemory() {
    Integer mebibytes = Stage.ofEnvironment("image-worker").memoryMiB();
    return mebibytes == null ? Long.MAX_VALUE : mebibytes * 1024L * 1024;
  }

  private static AnimationLimits animation(SettingsReader read) {
    return new AnimationLimits(
        read.count("darkroom.image.animation.max-frames", 600, 0, Integer.MAX_VALUE),
        read.number("darkroom.image.animation.max-pixels", 200_000_000, 0, Long.MAX_VALUE),
        read.duration("darkroom.image.animation.time", "20s", "0.000001s", "15m"));
  }
}
