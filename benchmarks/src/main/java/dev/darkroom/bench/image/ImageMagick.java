package dev.darkroom.bench.image;

import dev.darkroom.bench.contender.Child;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs ImageMagick's {@code convert} once per picture; each size is made from the next larger one.
 */
final class ImageMagick {
  private ImageMagick() {}

  public static void main(String[] args) throws Exception {
    Path folder = Files.createTempDirectory("darkroom-bench");
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String path = in.readLine(); path != null; path = in.readLine()) {
      long wall = System.nanoTime();
      Child convert = Child.run(command(path, folder));
      long wallMicros = (System.nanoTime() - wall) / 1000;
      System.out.println(convert.cpu().toNanos() / 1000 + " " + wallMicros + " " + clear(folder));
    }
    Files.delete(folder);
  }

  private static List<String> command(String path, Path folder) {
    boolean alpha = path.endsWith(".png");
    var command = new ArrayList<>(List.of("convert", path + "[0]", "-auto-orient", "-strip"));
    for (int edge : new int[] {1920, 1024, 512}) {
      command.addAll(List.of("-resize", edge + "x" + edge + ">"));
      write(command, folder.resolve("fit" + edge), alpha);
    }
    command.addAll(List.of("-resize", "160x160^", "-gravity", "center", "-extent", "160x160"));
    write(command, folder.resolve("thumb"), alpha);
    command.add("null:");
    return command;
  }

  private static void write(List<String> command, Path file, boolean alpha) {
    command.addAll(List.of("-quality", "80", "-write", file + ".webp", "-quality", "82"));
    command.addAll(List.of("-write", file + (alpha ? ".png" : ".jpg")));
  }

  private static long clear(Path folder) throws IOException {
    long bytes = 0;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        bytes += Files.size(file);
        Files.delete(file);
      }
    }
    return bytes;
  }
}
