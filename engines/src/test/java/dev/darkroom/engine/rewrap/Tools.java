package dev.darkroom.engine.rewrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes files by ffmpeg and describes them by ffprobe, the reference. */
final class Tools {
  private Tools() {}

  /** Skips the test on a machine without these programs or encoders. */
  static void assumeInstalled(String... encoders) {
    String found;
    try {
      run(List.of("ffprobe", "-version"));
      found = run(List.of("ffmpeg", "-hide_banner", "-encoders"));
    } catch (IOException e) {
      found = "";
    }
    for (String encoder : encoders) {
      assumeTrue(found.contains(" " + encoder + " "), "no ffmpeg with " + encoder);
    }
    assumeTrue(!found.isEmpty(), "no ffmpeg on this machine");
  }

  /** Makes a file with these arguments, separated by spaces. */
  static Path make(Path file, String arguments) throws IOException {
    var command = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-nostdin", "-y"));
    command.addAll(Arrays.asList(arguments.split(" +")));
    command.add(file.toString());
    run(command);
    return file;
  }

  /** Returns when decoded frames are shown, in seconds, sorted; NaN where no one knows. */
  static double[] times(Path file, String stream) throws IOException {
    return run(List.of(
            "ffprobe",
            "-v",
            "error",
            "-select_streams",
            stream,
            "-show_entries",
            "frame=best_effort_timestamp_time",
            "-of",
            "csv=p=0",
            file.toString()))
        .lines()
        .map(line -> line.split(",", -1)[0])
        .filter(line -> !line.isEmpty())
        .mapToDouble(line -> line.equals("N/A") ? Double.NaN : Double.parseDouble(line))
        .sorted()
        .toArray();
  }

  /** Returns a checksum of all decoded pictures. */
  static String pictures(Path file) throws IOException {
    return run(
        List.of(
            "ffmpeg",
            "-v",
            "error",
            "-nostdin",
            "-i",
            file.toString(),
            "-map",
            "0:v:0",
            "-fps_mode",
            "passthrough",
            "-f",
            "rawvideo",
            "-c:v",
            "rawvideo",
            "-f",
            "md5",
            "-"));
  }

  /** Returns when the first loud sample is played, in seconds. */
  static double onset(Path file) throws IOException {
    byte[] samples =
        output(
            List.of(
                "ffmpeg",
                "-v",
                "error",
                "-nostdin",
                "-i",
                file.toString(),
                "-af",
                "aresample=async=1:first_pts=0",
                "-ac",
                "1",
                "-ar",
                "48000",
                "-f",
                "s16be",
                "-"));
    for (int i = 0; i + 1 < samples.length; i += 2) {
      if (Math.abs((samples[i] << 8) | (samples[i + 1] & 0xff)) > 3000) {
        return i / (2 * 48_000.0);
      }
    }
    return Double.NaN;
  }

  private static String run(List<String> command) throws IOException {
    return new String(output(command), UTF_8);
  }

  private static byte[] output(List<String> command) throws IOException {
    var process = new ProcessBuilder(command).redirectErrorStream(false);
    process.redirectError(ProcessBuilder.Redirect.DISCARD);
    Process running = process.start();
    byte[] out = running.getInputStream().readAllBytes();
    try {
      running.waitFor();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return out;
  }
}
