package dev.darkroom.engine.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.engine.ffmpeg.FrameRequest.Size;
import dev.darkroom.engine.stream.StreamResult.Coded;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody sees where one segment ends and the next starts. */
class SegmentBorderTest {
  private static final Size SIZE = new Size(320, 180);
  private static final int RATE = 25;

  /** After so many frames the coder makes a keyframe by itself. */
  private static final int HALF = 4 * RATE;

  /** Ticks per second. */
  private static final int TIMESCALE = 12_800;

  /** Decibels by which a keyframe may be worse than another of the same picture. */
  private static final double TOLERANCE = 1;

  /** A camera pans over a texture; its sensor is noisy. */
  private static final String PANNED =
      "cellauto=s=640x360:rule=30:r=25:seed=5:stitch=0,select=eq(n\\,0),loop=-1:1,gblur=sigma=2,"
          + "setpts=N/25/TB,crop=320:180:x=20+n:y=20,noise=alls=6:allf=t";

  @TempDir private static Path folder;

  private final Encoding encoding = new Encoding(folder);

  @Test
  void theFirstFrameOfASegmentIsAsGoodAsAKeyframeAmidOne() throws Exception {
    Path path =
        encoding.make(
            PANNED,
            "-frames:v %d -c:v libx264 -preset ultrafast -crf 8 -pix_fmt yuv420p"
                    .formatted(2 * HALF)
                + " -g %d -keyint_min %1$d -sc_threshold 0 -video_track_timescale %d"
                    .formatted(HALF, TIMESCALE));
    byte[] original = frame(Encoding.rgb(path, "null", HALF + 1), HALF);

    byte[] amid = frame(coded(SegmentInput.of(path)), HALF);
    byte[] first = frame(coded(SegmentInput.of(path, 4 * TIMESCALE, 4 * TIMESCALE)), 0);

    assertThat(likeness(first, original)).isGreaterThan(likeness(amid, original) - TOLERANCE);
  }

  private byte[] coded(SegmentInput input) throws Exception {
    StreamResult result = RealCoder.needed().code(input.request(SIZE), input, RealCoder.LIMITS);
    return encoding.decoded(((Coded) result).file(), 0);
  }

  private static byte[] frame(byte[] frames, int number) {
    int size = 3 * SIZE.width() * SIZE.height();
    return Arrays.copyOfRange(frames, number * size, (number + 1) * size);
  }

  /** Returns how like two pictures are, in dB (PSNR). */
  private static double likeness(byte[] one, byte[] other) {
    assertThat(one).hasSameSizeAs(other);
    double squares = 0;
    for (int i = 0; i < one.length; i++) {
      double difference = (one[i] & 255) - (other[i] & 255);
      squares += difference * difference;
    }
    return 10 * Math.log10(255.0 * 255.0 * one.length / squares);
  }
}
