package dev.darkroom.engine.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.engine.ffmpeg.FrameRequest.Size;
import dev.darkroom.engine.ffmpeg.ProcessLimits;
import dev.darkroom.engine.stream.StreamResult.Coded;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Flips bytes anywhere in inputs, also where they say how large and how many things are. */
class HostileSegmentTest {
  private static final int MUTANTS = Integer.getInteger("darkroom.mutants", 24);
  private static final int MOST_BYTES = 1 << 24;

  private static final ProcessLimits LIMITS =
      new ProcessLimits(Duration.ofSeconds(20), 20, 2L << 30, MOST_BYTES, MOST_BYTES);

  @TempDir private static Path folder;

  @Test
  @Timeout(600)
  void everyDamagedInputEndsInAnOutcome() throws Exception {
    StreamCoder coder = RealCoder.needed();
    SegmentInput input =
        SegmentInput.of(
            new Encoding(folder).make("testsrc2=s=176x144:r=30", Encoding.HEVC + " -frames:v 20"));
    SegmentRequest request = input.request(new Size(88, 72));
    var whole = new ByteArrayOutputStream();
    input.writeTo(whole);

    for (int seed = 0; seed < MUTANTS; seed++) {
      byte[] mutant = mutated(whole.toByteArray(), seed);

      StreamResult result = coder.code(request, out -> out.write(mutant), LIMITS);

      if (result instanceof Coded coded) {
        assertThat(coded.movie().tracks().getFirst().samples().count()).isBetween(1, 20);
      }
    }
  }

  private static byte[] mutated(byte[] bytes, int seed) {
    var random = new Random(seed);
    // Half of the mutants are hit in their index, the others anywhere.
    int reach = seed % 2 == 0 ? Math.min(1500, bytes.length) : bytes.length;
    for (int i = random.nextInt(1, 30); i > 0; i--) {
      bytes[random.nextInt(reach)] = (byte) random.nextInt();
    }
    return bytes;
  }
}
