package dev.darkroom.video;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The reference, where it is installed: makes videos, and says what is in them. */
final class Ffmpeg {
  private Ffmpeg() {}

  /** Skips the test where there is none. */
  static void assumeInstalled() {
    boolean installed;
    try {
      installed = !run(List.of("ffmpeg", "-hide_banner", "-version")).isEmpty();
    } catch (AssertionError e) {
      installed = false;
    }
    assumeTrue(installed, "no ffmpeg on this machine");
  }

  /** Makes a file. */
  static Path make(Path file, String arguments) {
    var command = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-y"));
    command.addAll(Arrays.asList(arguments.split(" ")));
    command.add(file.toString());
    run(command);
    return file;
  }

  /** The same as phones mark what they recorded upright: to be turned clockwise by a quarter. */
  static Path turned(Path file) {
    Path turned = file.resolveSibling("turned-" + file.getFileName());
    return make(turned, "-i " + file + " -c copy -metadata:s:v rotate=270");
  }

  /** What the file says about turning, as ffprobe tells it. */
  static String rotation(Path file) {
    return run(
        List.of(
            "ffprobe",
            "-v",
            "error",
            "-select_streams",
            "v:0",
            "-show_entries",
            "stream_side_data=rotation",
            "-of",
            "default=nokey=1:noprint_wrappers=1",
            file.toString()));
  }

  /** Hash, time, duration and size of each packet of each track of pictures and sound. */
  static List<String> packets(Path file) {
    return run(List.of(
            "ffmpeg",
            "-v",
            "error",
            "-i",
            file.toString(),
            "-map",
            "0:v",
            "-map",
            "0:a?",
            "-c",
            "copy",
            "-f",
            "framemd5",
            "-"))
        .lines()
        .filter(line -> !line.startsWith("#"))
        .toList();
  }

  /** A field of the file's format or of a track, as ffprobe calls it; empty where it has none. */
  static String probe(Path file, String track, String field) {
    var command = new ArrayList<>(List.of("ffprobe", "-v", "error"));
    if (!track.isEmpty()) {
      command.addAll(List.of("-select_streams", track));
    }
    command.addAll(
        List.of(
            "-show_entries",
            (track.isEmpty() ? "format=" : "stream=") + field,
            "-of",
            "default=nokey=1:noprint_wrappers=1",
            file.toString()));
    return run(command).strip().lines().findFirst().orElse("");
  }

  static String run(List<String> command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new AssertionError(String.join(" ", command) + ":\n" + output);
      }
      return output;
    } catch (IOException e) {
      throw new AssertionError(String.join(" ", command), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
