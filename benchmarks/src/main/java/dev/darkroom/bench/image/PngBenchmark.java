package dev.darkroom.bench.image;

import dev.darkroom.bench.contender.Contender;
import dev.darkroom.bench.contender.Figures;
import dev.darkroom.bench.contender.JavaCommand;
import dev.darkroom.bench.contender.Measurement;
import dev.darkroom.bench.contender.Scratch;
import dev.darkroom.codec.picture.Bitmap;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** CPU time and size of PNG output beside sharp's with its defaults: the same pixels, in turns. */
public final class PngBenchmark {
  private static final int FIRST_WARM_UP = 30;
  private static final int WARM_UP = 3;
  private static final int ROUNDS = 9;
  private static final int LARGEST = 1600;

  private PngBenchmark() {}

  /**
   * @param args {@code [FOLDER]}, a folder of photos to measure too, whole and cut out
   */
  public static void main(String[] args) throws Exception {
    Options options = Options.of(args);
    Map<String, Bitmap> pictures = PngPictures.draw();
    if (options.pictures() != null) {
      addPhotos(pictures, options.pictures());
    }
    try (Scratch scratch = Scratch.make()) {
      Path folder = scratch.folder();
      if (!Contenders.installSharp(folder)) {
        throw new IOException("npm could not install sharp");
      }
      Contenders.resource("png.mjs", folder);
      String script = folder.resolve("png.mjs").toString();
      try (Contender own = Contender.start(JavaCommand.of(PngWriter.class, List.of()), folder);
          Contender sharp = Contender.start(List.of("node", script), folder)) {
        compare(pictures, own, sharp, folder);
      }
    }
  }

  private static void addPhotos(Map<String, Bitmap> pictures, Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        BufferedImage image = ImageIO.read(file.toFile());
        if (image != null) {
          Bitmap photo = PngPictures.scaled(PngPictures.of(image), LARGEST);
          pictures.put(file.getFileName().toString(), photo);
          pictures.put(file.getFileName() + " cut out", PngPictures.oval(photo));
        }
      }
    }
  }

  private static void compare(
      Map<String, Bitmap> pictures, Contender own, Contender sharp, Path folder)
      throws IOException {
    System.out.println("| picture | size | CPU ms | sharp's | ratio | KB | sharp's | ratio |");
    System.out.println("|---|---|---|---|---|---|---|---|");
    var all = new ArrayList<Figures>();
    var theirs = new ArrayList<Figures>();
    for (Map.Entry<String, Bitmap> picture : pictures.entrySet()) {
      Path file = folder.resolve("picture.raw");
      Files.write(file, RawPicture.write(picture.getValue()));
      for (int i = 0; i < (all.isEmpty() ? FIRST_WARM_UP : WARM_UP); i++) {
        own.run(file);
        sharp.run(file);
      }
      var turns = new ArrayList<Measurement>();
      var sharps = new ArrayList<Measurement>();
      for (int i = 0; i < ROUNDS; i++) {
        turns.add(own.run(file));
        sharps.add(sharp.run(file));
      }
      all.add(new Figures("darkroom", turns, 0));
      theirs.add(new Figures("sharp", sharps, 0));
      Bitmap bitmap = picture.getValue();
      String size = bitmap.width() + "×" + bitmap.height();
      print(picture.getKey(), size, List.of(all.getLast()), List.of(theirs.getLast()));
    }
    print("all", "", all, theirs);
  }

  private static void print(String name, String size, List<Figures> own, List<Figures> sharp) {
    System.out.printf(
        Locale.ROOT,
        "| %s | %s | %.1f | %.1f | %.2f | %.0f | %.0f | %.3f |%n",
        name,
        size,
        millis(own),
        millis(sharp),
        millis(own) / millis(sharp),
        bytes(own) / 1e3,
        bytes(sharp) / 1e3,
        bytes(own) / bytes(sharp));
  }

  private static double millis(List<Figures> figures) {
    return figures.stream().mapToDouble(one -> one.cpu().toNanos() / 1e6).sum();
  }

  private static double bytes(List<Figures> figures) {
    return figures.stream().mapToDouble(Figures::bytes).sum();
  }
}
