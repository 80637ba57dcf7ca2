package dev.darkroom.bench.stream;

import dev.darkroom.bench.contender.Child;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What became of a video in one size.
 *
 * @param kilobytes of its pictures, without sound and container
 * @param similarity to the original, see {@link Quality}
 */
record Coded(Rung size, double kilobytes, double similarity) {
  /** What ffmpeg prints of the packets that it copied. */
  private static final Pattern COPIED = Pattern.compile("video: *(\\d+)(?:kB|KiB)");

  static List<Coded> of(Path original, List<Rung> sizes, int seconds)
      throws IOException, InterruptedException {
    List<Double> similarities = Quality.of(original, sizes, seconds);
    var coded = new ArrayList<Coded>();
    for (int i = 0; i < sizes.size(); i++) {
      coded.add(new Coded(sizes.get(i), kilobytes(sizes.get(i).file()), similarities.get(i)));
    }
    return coded;
  }

  private static double kilobytes(Path file) throws IOException, InterruptedException {
    var command = List.of("ffmpeg", "-nostdin", "-i", file.toString(), "-map", "0:v");
    var all = new ArrayList<>(command);
    all.addAll(List.of("-c", "copy", "-f", "null", "-"));
    Matcher copied = COPIED.matcher(Child.run(all).errors());
    if (!copied.find()) {
      throw new IOException("ffmpeg does not say how large " + file.getFileName() + " is");
    }
    return Double.parseDouble(copied.group(1));
  }
}
