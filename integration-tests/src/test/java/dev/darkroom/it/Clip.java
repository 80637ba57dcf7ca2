package dev.darkroom.it;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.darkroom.fixtures.Ffmpeg;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes videos that browsers do not play as they are. */
final class Clip {
  /** A moving picture with a counter. */
  static final String PICTURE = "-f lavfi -i testsrc2=size=%s:rate=%d:duration=%s ";

  /** Noise, of which no two moments are alike. */
  static final String NOISE = "-f lavfi -i anoisesrc=r=48000:color=brown:seed=7:duration=%s ";

  /** Open groups of pictures of 4 seconds at 30 frames per second, with the colors of HD. */
  static final String HEVC =
      "-c:v libx265 -preset ultrafast -pix_fmt yuv420p -tag:v hvc1 -x265-params"
          + " log-level=error:keyint=120:min-keyint=120:scenecut=0:open-gop=1:bframes=3"
          + ":colorprim=bt709:transfer=bt709:colormatrix=bt709 ";

  private Clip() {}

  /** Makes 9 seconds as phones record them: HEVC of three groups, turned, with AAC sound. */
  static Path ofPhone(Path folder) {
    return Ffmpeg.turned(phone(folder, 9));
  }

  /** Makes a recording like {@link #ofPhone} of another length, that is not turned. */
  static Path phone(Path folder, int seconds) {
    assumeTrue(Ffmpeg.encodes("libx265", "aac"), "no ffmpeg with libx265 and aac");
    return Ffmpeg.make(
        folder.resolve("phone-" + seconds + ".mov"),
        PICTURE.formatted("480x270", 30, seconds)
            + NOISE.formatted(seconds)
            + HEVC
            + "-c:a aac -b:a 128k");
  }

  static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
