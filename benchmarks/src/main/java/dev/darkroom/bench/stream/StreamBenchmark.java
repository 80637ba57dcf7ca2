package dev.darkroom.bench.stream;

import dev.darkroom.bench.contender.Child;
import dev.darkroom.bench.contender.Scratch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Runs the stages that code streams and one ffmpeg process side by side on the same video. */
public final class StreamBenchmark {
  private static final String SECONDS = "180";
  private static final int WARM_UP_SECONDS = 10;

  /** Length of the video on which similarity is measured. */
  private static final int COMPARED_SECONDS = 60;

  private StreamBenchmark() {}

  /**
   * @param args {@code [--seconds N] [--json FILE]}: length of the video, three minutes by default
   */
  public static void main(String[] args) throws Exception {
    List<String> arguments = List.of(args);
    int seconds = Integer.parseInt(option(arguments, "--seconds").orElse(SECONDS));
    Path cache = Path.of("target", "bench-stream");
    Path video = PhoneVideo.make(cache, seconds);
    Path warmUp = PhoneVideo.make(cache, WARM_UP_SECONDS);
    System.out.printf("video: %d s of 1080p HEVC, %.0f MB%n", seconds, Files.size(video) / 1e6);
    try (Scratch scratch = Scratch.make()) {
      Path root = Path.of("").toAbsolutePath();
      // One pass between the two runs, so that a machine that becomes slower does so for both.
      StageRun one = StageRun.measure(root, warmUp, video, 1, scratch.folder());
      List<Rung> sizes = inFolder(one.sizes(), scratch.folder().resolve("one-pass"));
      Child pass = OnePass.run(video, sizes);
      StageRun two = StageRun.measure(root, warmUp, video, 2, scratch.folder());
      var comparison =
          new Comparison(
              seconds,
              one,
              two,
              pass.cpu(),
              Coded.of(video, one.sizes(), Math.min(seconds, COMPARED_SECONDS)),
              Coded.of(video, sizes, Math.min(seconds, COMPARED_SECONDS)),
              OnePass.soundCpu(video));
      System.out.print(comparison.text());
      Optional<String> json = option(arguments, "--json");
      if (json.isPresent()) {
        Files.writeString(Path.of(json.get()), comparison.json());
      }
    }
  }

  private static Optional<String> option(List<String> arguments, String name) {
    int at = arguments.indexOf(name);
    return at < 0 || at + 1 == arguments.size()
        ? Optional.empty()
        : Optional.of(arguments.get(at + 1));
  }

  private static List<Rung> inFolder(List<Rung> sizes, Path folder) throws IOException {
    Files.createDirectories(folder);
    return sizes.stream()
        .map(
            size ->
                new Rung(
                    size.name(),
                    size.width(),
                    size.height(),
                    folder.resolve(size.file().getFileName())))
        .toList();
  }
}
