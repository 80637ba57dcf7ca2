package dev.darkroom.stream.assemble;

import dev.darkroom.fixtures.Ffmpeg;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Compares the pictures of two videos. */
final class Likeness {
  private static final Pattern FRAME = Pattern.compile("psnr_avg:([0-9.]+|inf)");

  /** What counts as the likeness of frames that are the same. */
  private static final double SAME = 100;

  private Likeness() {}

  /** Returns the average likeness of two videos' frames, in dB. */
  static double of(Path file, Path reference) {
    String told =
        Ffmpeg.text(
            "ffmpeg",
            "-v error -i %s -i %s -lavfi [1:v][0:v]scale2ref[b][a];[a][b]psnr=stats_file=- -f null /dev/null"
                .formatted(file, reference));
    return FRAME
        .matcher(told)
        .results()
        .map(frame -> frame.group(1))
        .mapToDouble(it -> it.equals("inf") ? SAME : Double.parseDouble(it))
        .average()
        .orElse(0);
  }
}
