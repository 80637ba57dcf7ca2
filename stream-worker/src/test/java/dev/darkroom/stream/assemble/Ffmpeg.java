package dev.darkroom.stream.assemble;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes videos and describes them with ffmpeg and ffprobe, the reference. */
final class Ffmpeg {
  private Ffmpeg() {}

  /** Skips the test if ffmpeg with an encoder of H.264 is not installed. */
  static void assumeInstalled() {
    boolean installed;
    try {
      installed = run(List.of("ffmpeg", "-v", "error", "-encoders")).contains("libx264");
    } catch (AssertionError e) {
      installed = false;
    }
    assumeTrue(installed, "no ffmpeg with libx264 on this machine");
  }

  /** Makes a file with these arguments, separated by spaces. */
  static Path make(Path file, String arguments) {
    var command = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-y"));
    command.addAll(Arrays.asList(arguments.split(" ")));
    command.add(file.toString());
    run(command);
    return file;
  }

  /** Returns entries of all packets or frames of a track, one a line, in the file's order. */
  static List<String> list(Path file, String track, String entries) {
    return run(List.of(
            "ffprobe",
            "-v",
            "error",
            "-allowed_extensions",
            "ALL",
            "-select_streams",
            track,
            "-show_entries",
            entries,
            "-of",
            "csv=p=0",
            file.toString()))
        .lines()
        .map(line -> line.replaceAll(",+$", "").strip())
        .filter(line -> !line.isEmpty())
        .toList();
  }

  /** Returns the hash of each packet of the sound. */
  static List<String> sound(Path file) {
    return run(List.of(
            "ffmpeg",
            "-v",
            "error",
            "-i",
            file.toString(),
            "-map",
            "0:a",
            "-c",
            "copy",
            "-f",
            "framemd5",
            "-"))
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.substring(line.lastIndexOf(',') + 1).strip())
        .toList();
  }

  /** Returns the average likeness of two videos' frames, in dB. */
  static double likeness(Path file, Path reference) {
    String told =
        run(
            List.of(
                "ffmpeg",
                "-v",
                "info",
                "-i",
                file.toString(),
                "-i",
                reference.toString(),
                "-lavfi",
                "[1:v][0:v]scale2ref[b][a];[a][b]psnr",
                "-f",
                "null",
                "-"));
    return Double.parseDouble(told.replaceAll("(?s).*average:([0-9.]+).*", "$1"));
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
