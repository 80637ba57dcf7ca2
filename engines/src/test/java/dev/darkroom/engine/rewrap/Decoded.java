package dev.darkroom.engine.rewrap;

import dev.darkroom.fixtures.Ffmpeg;
import java.nio.file.Path;

/** What ffmpeg, the reference, shows and plays of a file. */
final class Decoded {
  private static final int LOUD = 3000;

  private Decoded() {}

  /** Returns when decoded frames are shown, in seconds, sorted; NaN where no one knows. */
  static double[] times(Path file, String stream) {
    return Ffmpeg.list(file, stream, "frame=best_effort_timestamp_time").stream()
        .mapToDouble(line -> line.equals("N/A") ? Double.NaN : Double.parseDouble(line))
        .sorted()
        .toArray();
  }

  /** Returns a checksum of all decoded pictures. */
  static String pictures(Path file) {
    return Ffmpeg.text(
        "ffmpeg",
        "-v error -i " + file + " -map 0:v:0 -fps_mode passthrough -c:v rawvideo -f md5 -");
  }

  /** Returns when the first loud sample is played, in seconds. */
  static double onset(Path file) {
    byte[] samples =
        Ffmpeg.run(
            "ffmpeg",
            "-v error -i "
                + file
                + " -af aresample=async=1:first_pts=0 -ac 1 -ar 48000 -f s16be -");
    for (int i = 0; i + 1 < samples.length; i += 2) {
      if (Math.abs((samples[i] << 8) | (samples[i + 1] & 0xff)) > LOUD) {
        return i / (2 * 48_000.0);
      }
    }
    return Double.NaN;
  }
}
