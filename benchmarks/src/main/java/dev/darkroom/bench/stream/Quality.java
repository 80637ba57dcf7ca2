package dev.darkroom.bench.stream;

import dev.darkroom.bench.contender.Child;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compares coded sizes with the original, frame by frame in the order in which they are shown:
 * ffmpeg's filter {@code ssim} (Wang and others, 2004), over luma and chroma, against the original
 * scaled to the same size.
 */
final class Quality {
  private static final Pattern RESULT =
      Pattern.compile("Parsed_ssim_(\\d+) .*SSIM .*All:([0-9.]+)");

  private Quality() {}

  /**
   * Returns the mean similarity of each size; 1 for equal pictures.
   *
   * @param seconds of the video that are compared
   */
  static List<Double> of(Path original, List<Rung> sizes, int seconds)
      throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("ffmpeg", "-nostdin", "-t", "" + seconds));
    command.addAll(List.of("-i", original.toString()));
    var graph = new StringBuilder("[0:v]split=" + sizes.size());
    for (int i = 0; i < sizes.size(); i++) {
      command.addAll(List.of("-t", "" + seconds, "-i", sizes.get(i).file().toString()));
      graph.append("[o").append(i).append(']');
    }
    for (int i = 0; i < sizes.size(); i++) {
      Rung size = sizes.get(i);
      graph.append(
          ";[o%1$d]scale=%2$d:%3$d:flags=bicubic,setpts=N/TB/30[a%1$d];[%4$d:v]setpts=N/TB/30[b%1$d];[b%1$d][a%1$d]ssim"
              .formatted(i, size.width(), size.height(), i + 1));
    }
    command.addAll(List.of("-filter_complex", graph.toString(), "-f", "null", "-"));
    Matcher result = RESULT.matcher(Child.run(command).errors());
    // Filters are numbered in the order of the graph, which is the order of the sizes.
    var found = new TreeMap<Integer, Double>();
    while (result.find()) {
      found.put(Integer.parseInt(result.group(1)), Double.parseDouble(result.group(2)));
    }
    if (found.size() != sizes.size()) {
      throw new IOException("ffmpeg compared " + found.size() + " of " + sizes.size() + " sizes");
    }
    return List.copyOf(found.values());
  }
}
