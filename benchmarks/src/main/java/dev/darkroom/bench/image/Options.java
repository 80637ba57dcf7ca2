package dev.darkroom.bench.image;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * @param json file to write the figures to, or null
 * @param pictures folder of additional pictures to measure, or null
 */
record Options(@Nullable Path json, @Nullable Path pictures) {
  static Options of(String... args) {
    Path json = null;
    Path pictures = null;
    for (int i = 0; i < args.length; i++) {
      if (args[i].equals("--json") && i + 1 < args.length) {
        json = Path.of(args[++i]);
      } else if (Files.isDirectory(Path.of(args[i]))) {
        pictures = Path.of(args[i]);
      } else {
        throw new IllegalArgumentException("usage: [--json FILE] [FOLDER], not " + args[i]);
      }
    }
    return new Options(json, pictures);
  }
}
