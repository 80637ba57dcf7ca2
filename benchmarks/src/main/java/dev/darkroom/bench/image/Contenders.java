package dev.darkroom.bench.image;

import dev.darkroom.bench.contender.JavaCommand;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the contenders: a name, and the command that starts it. */
final class Contenders {
  /** Prefix of the names of Darkroom's own contenders. */
  static final String OWN = "darkroom";

  private static final String SHARP_VERSION = "0.35.5";

  private Contenders() {}

  /**
   * Returns Darkroom, Thumbnailator, and the other contenders that this machine can run.
   *
   * @param folder for the files that the peers need
   */
  static Map<String, List<String>> find(Path folder) throws IOException, InterruptedException {
    var found = new LinkedHashMap<String, List<String>>();
    found.put(OWN, JavaCommand.of(Worker.class, List.of()));
    found.put(OWN + ", 192 MB heap", JavaCommand.of(Worker.class, List.of("-Xmx192m")));
    found.put(
        OWN + ", no WebP", JavaCommand.of(Worker.class, List.of(), "darkroom.image.formats=jpeg"));
    if (installSharp(folder)) {
      String script = folder.resolve("sharp.mjs").toString();
      found.put("sharp, once", List.of("node", script, "once"));
      found.put("sharp, once, no WebP", List.of("node", script, "once", "without-webp"));
      found.put("sharp, each", List.of("node", script, "each"));
    } else {
      System.out.println("sharp is left out: npm could not install it");
    }
    found.put("thumbnailator", JavaCommand.of(AsItComes.class, List.of()));
    if (runs(folder, "convert", "-version")) {
      found.put("imagemagick", JavaCommand.of(ImageMagick.class, List.of()));
    } else {
      System.out.println("ImageMagick is left out: there is no convert");
    }
    return found;
  }

  static boolean installSharp(Path folder) throws IOException, InterruptedException {
    resource("sharp.mjs", folder);
    return runs(
        folder, "npm", "install", "--no-save", "--no-fund", "--no-audit", "sharp@" + SHARP_VERSION);
  }

  /** Copies a script into a folder. */
  static void resource(String name, Path folder) throws IOException {
    try (InputStream script = Contenders.class.getResourceAsStream("/peers/" + name)) {
      if (script == null) {
        throw new FileNotFoundException(name);
      }
      Files.write(folder.resolve(name), script.readAllBytes());
    }
  }

  private static boolean runs(Path folder, String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
