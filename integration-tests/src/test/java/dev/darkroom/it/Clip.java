package dev.darkroom.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
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

  private static final int TRACK_TO_MATRIX = 44;
  private static final int ONE = 1 << 16;

  private Clip() {}

  /** Makes 9 seconds as phones record them: HEVC of three groups, turned, with AAC sound. */
  static Path ofPhone(Path folder) {
    return turned(phone(folder, 9));
  }

  /** Makes a recording like {@link #ofPhone} of another length, that is not turned. */
  static Path phone(Path folder, int seconds) {
    Ffmpeg.assumeEncodes("libx265", "aac");
    return Ffmpeg.make(
        folder.resolve("phone-" + seconds + ".mov"),
        PICTURE.formatted("480x270", 30, seconds)
            + NOISE.formatted(seconds)
            + HEVC
            + "-c:a aac -b:a 128k");
  }

  /** Marks a video to be turned clockwise by 90°, as phones mark upright recordings. */
  private static Path turned(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      int track = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("tkhd");
      ByteBuffer.wrap(bytes)
          .position(track + TRACK_TO_MATRIX)
          .putInt(0)
          .putInt(ONE)
          .putInt(0)
          .putInt(-ONE)
          .putInt(0);
      return Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
