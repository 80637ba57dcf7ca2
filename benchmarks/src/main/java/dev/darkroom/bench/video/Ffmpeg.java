package dev.darkroom.bench.video;

import dev.darkroom.bench.contender.Child;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes a poster and a storyboard from a URL in the ways that ffmpeg's users do. */
final class Ffmpeg {
  static final int TILES = 100;
  private static final int COLUMNS = 10;
  private static final int TILE_WIDTH = 160;
  private static final double POSTER_SECONDS = 3;

  /** What ffmpeg prints at log level verbose when it closes a connection. */
  private static final Pattern STATISTICS =
      Pattern.compile("Statistics: (\\d+) bytes read, (\\d+) seeks");

  private final String link;
  private final Path folder;

  Ffmpeg(String link, Path folder) {
    this.link = link;
    this.folder = folder;
  }

  /** Runs ffmpeg once per tile and seeks to the exact frame. */
  Cost accurateSeeks() throws IOException, InterruptedException {
    return sum("ffmpeg, accurate seek a tile", seeks(List.of()));
  }

  /** Runs ffmpeg once per tile and seeks to the preceding keyframe. */
  Cost keyframeSeeks() throws IOException, InterruptedException {
    return sum(
        "ffmpeg, keyframe seek a tile", seeks(List.of("-noaccurate_seek", "-skip_frame", "nokey")));
  }

  /** Runs ffmpeg once; it reads the whole file and decodes keyframes only. */
  Cost onePass() throws IOException, InterruptedException {
    String tiles =
        "fps=%s,scale=%d:-2,tile=%dx%d"
            .formatted(TILES + "/" + TestVideo.SECONDS, TILE_WIDTH, COLUMNS, TILES / COLUMNS);
    return sum(
        "ffmpeg, keyframes in one pass",
        List.of(
            frame(POSTER_SECONDS, List.of(), List.of(), "poster.jpg"),
            command(
                List.of("-skip_frame", "nokey"),
                List.of("-vf", tiles, "-frames:v", "1"),
                "storyboard.jpg")));
  }

  private List<List<String>> seeks(List<String> input) {
    var commands = new ArrayList<List<String>>();
    commands.add(frame(POSTER_SECONDS, input, List.of(), "poster.jpg"));
    for (int i = 0; i < TILES; i++) {
      double seconds = (i + 0.5) * TestVideo.SECONDS / TILES;
      commands.add(
          frame(seconds, input, List.of("-vf", "scale=" + TILE_WIDTH + ":-2"), "tile.jpg"));
    }
    return commands;
  }

  private List<String> frame(double at, List<String> input, List<String> output, String file) {
    var before = new ArrayList<>(input);
    before.addAll(List.of("-ss", String.format(Locale.ROOT, "%.2f", at)));
    var after = new ArrayList<>(output);
    after.addAll(List.of("-frames:v", "1"));
    return command(before, after, file);
  }

  private List<String> command(List<String> input, List<String> output, String file) {
    var command = new ArrayList<>(List.of("ffmpeg", "-nostdin", "-v", "verbose", "-y"));
    command.addAll(input);
    command.addAll(List.of("-i", link, "-an"));
    command.addAll(output);
    command.add(folder.resolve(file).toString());
    return command;
  }

  private static Cost sum(String name, List<List<String>> commands)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    Duration cpu = Duration.ZERO;
    long bytes = 0;
    long requests = 0;
    long peak = 0;
    for (List<String> command : commands) {
      Child child = Child.run(command);
      cpu = cpu.plus(child.cpu());
      peak = Math.max(peak, child.peakMemory());
      Matcher connection = STATISTICS.matcher(child.errors());
      while (connection.find()) {
        bytes += Long.parseLong(connection.group(1));
        // Each seek closes the connection and opens another.
        requests += 1 + Long.parseLong(connection.group(2));
      }
    }
    return new Cost(name, cpu, Duration.ofNanos(System.nanoTime() - start), bytes, requests, peak);
  }
}
