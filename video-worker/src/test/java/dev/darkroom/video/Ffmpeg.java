package dev.darkroom.video;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.darkroom.engine.ffmpeg.EngineFinder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes videos and describes them with ffmpeg and ffprobe, the reference. */
public final class Ffmpeg {
  private Ffmpeg() {}

  /** Skips the test if ffmpeg is not installed. */
  public static void assumeInstalled() {
    boolean installed;
    try {
      installed = !run(List.of("ffmpeg", "-hide_banner", "-version")).isEmpty();
    } catch (AssertionError e) {
      installed = false;
    }
    assumeTrue(installed, "no ffmpeg on this machine");
  }

  /** Returns the program that tests use as the keyframe engine. */
  static String program() {
    return EngineFinder.find(null, System.getenv("PATH"))
        .orElseThrow()
        .program()
        .executable()
        .toString();
  }

  /** Makes a file with these arguments, separated by spaces. */
  public static Path make(Path file, String arguments) {
    var command = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-y"));
    command.addAll(Arrays.asList(arguments.split(" ")));
    command.add(file.toString());
    run(command);
    return file;
  }

  /** Copies a video, marked to be rotated clockwise by 90°, as phones mark upright recordings. */
  static Path turned(Path file) {
    Path turned = file.resolveSibling("turned-" + file.getFileName());
    return make(turned, "-i " + file + " -c copy -metadata:s:v rotate=270");
  }

  /** Returns the rotation that ffprobe reads from a file. */
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

  /** Returns hash, time, duration and size of each packet of the video and audio tracks. */
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

  /** Returns time and hash of each decoded picture. */
  static List<String> frames(Path file) {
    return run(List.of(
            "ffmpeg", "-v", "error", "-i", file.toString(), "-an", "-f", "framemd5", "-"))
        .lines()
        .filter(line -> !line.startsWith("#"))
        .toList();
  }

  /**
   * Returns a field that ffprobe reads; empty if the file does not have it.
   *
   * @param track a stream specifier such as {@code v:0}; empty for fields of the whole file
   */
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

  public static String run(List<String> command) {
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
