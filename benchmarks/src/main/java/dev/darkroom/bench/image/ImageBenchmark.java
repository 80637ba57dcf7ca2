package dev.darkroom.bench.image;

import dev.darkroom.bench.contender.Contender;
import dev.darkroom.bench.contender.Figures;
import dev.darkroom.bench.contender.Measurement;
import dev.darkroom.bench.contender.Scratch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Compares CPU time and memory of the image worker and its peers. Each picture gets one process per
 * contender; they are warmed up and then measured in turns.
 */
public final class ImageBenchmark {
  private static final int WARM_UP = 2;

  /**
   * Pictures until the JIT compiler is done. For the slower peers as many would take half an hour.
   */
  private static final int OWN_WARM_UP = 30;

  private static final int ROUNDS = 5;

  private ImageBenchmark() {}

  /**
   * @param args {@code [--json FILE] [FOLDER]}, a folder of pictures to measure too
   */
  public static void main(String[] args) throws Exception {
    Options options = Options.of(args);
    try (Scratch scratch = Scratch.make()) {
      Path folder = scratch.folder();
      var pictures = new ArrayList<>(TestPictures.draw(folder));
      if (options.pictures() != null) {
        try (Stream<Path> more = Files.list(options.pictures())) {
          pictures.addAll(more.filter(Files::isRegularFile).sorted().toList());
        }
      }
      Map<String, List<String>> contenders = Contenders.find(folder);
      var report = new Report();
      for (Path picture : pictures) {
        report.add(picture, compare(contenders, picture, folder));
      }
      report.add(ColdStart.measure(pictures.getFirst(), folder));
      report.add(Quality.measure(folder, contenders.containsKey("sharp, once")));
      if (options.json() != null) {
        report.write(options.json());
      }
    }
  }

  /** A contender that has started, and its measured turns. */
  private record Running(String name, Contender contender, List<Measurement> turns) {}

  private static List<Figures> compare(
      Map<String, List<String>> contenders, Path picture, Path folder) throws IOException {
    var started = new ArrayList<Contender>();
    try {
      var running = new ArrayList<Running>();
      for (Map.Entry<String, List<String>> entry : contenders.entrySet()) {
        Contender contender = Contender.start(entry.getValue(), folder);
        started.add(contender);
        if (warmUp(contender, picture, entry.getKey())) {
          running.add(new Running(entry.getKey(), contender, new ArrayList<>()));
        }
      }
      for (int round = 0; round < ROUNDS; round++) {
        for (Running one : running) {
          one.turns().add(one.contender().run(picture));
        }
      }
      return running.stream()
          .map(one -> new Figures(one.name(), one.turns(), one.contender().peakMemory()))
          .toList();
    } finally {
      for (Contender contender : started) {
        contender.close();
      }
    }
  }

  /** Returns whether the contender can read the picture. */
  private static boolean warmUp(Contender contender, Path picture, String name) {
    try {
      for (int i = 0; i < (name.startsWith(Contenders.OWN) ? OWN_WARM_UP : WARM_UP); i++) {
        contender.run(picture);
      }
      return true;
    } catch (IOException e) {
      System.out.printf("%s is left out of %s%n", name, picture.getFileName());
      return false;
    }
  }
}
