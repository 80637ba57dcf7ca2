package dev.darkroom.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.sun.management.ThreadMXBean;
import dev.darkroom.contract.Outcome;
import dev.darkroom.fixtures.Fixtures;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Damaged files, always the same ones: each ends in an outcome, within bounded memory. A longer run
 * is {@code -Ddarkroom.fuzz.rounds=100000}; the files that fail are kept in {@code target/hostile}.
 */
@Timeout(300)
class HostileVideoTest {
  private static final int ROUNDS = Integer.getInteger("darkroom.fuzz.rounds", 100);

  /**
   * Frames of the fixtures' size take 6 MiB, one for each thread, and a stream's part 8; a set-up
   * that lies can ask for somewhat larger frames.
   */
  private static final long MAX_ALLOCATED = 64L << 20;

  private static final VideoSettings CONFIG = Bench.settings(Map.of("darkroom.video.hls", "true"));

  private static final int[] EXTREMES = {
    0, 1, 2, 0xff, 0xffff, 0x10000, 0x7fff_ffff, 0x8000_0000, 0xffff_fffe, 0xffff_ffff
  };

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @ParameterizedTest
  @EnumSource(
      names = {
        "LANDSCAPE_VIDEO",
        "PORTRAIT_VIDEO",
        "SLICES_VIDEO",
        "FRAGMENTED_VIDEO",
        "INTERLACED_VIDEO",
        "TEN_BIT_VIDEO",
        "HEVC_VIDEO"
      })
  void everyDamagedFileEndsInAnOutcome(Fixtures fixture) throws Exception {
    byte[] whole = fixture.bytes();
    var random = new Random(fixture.name().hashCode());
    int completed = 0;
    int rejected = 0;
    for (int round = 0; round < ROUNDS; round++) {
      byte[] damaged = damaged(whole, random);
      switch (outcome(fixture, round, damaged)) {
        case Outcome.Completed c -> completed++;
        case Outcome.Rejected r -> rejected++;
        case Outcome.BelongsTo b -> rejected++;
        case Outcome.Vanished v -> fail("nothing vanished");
      }
    }
    // Damage that is always or never noticed would test nothing.
    assertThat(rejected).isBetween(ROUNDS / 50, ROUNDS - ROUNDS / 50);
    assertThat(completed + rejected).isEqualTo(ROUNDS);
  }

  private Outcome outcome(Fixtures fixture, int round, byte[] damaged) throws Exception {
    long before = threads.getTotalThreadAllocatedBytes();
    try {
      var bench = new Bench();
      Outcome outcome = bench.process(bench.put(fixture.fileName(), damaged), CONFIG);
      assertThat(bench.store.unfinished()).isZero();
      assertThat(threads.getTotalThreadAllocatedBytes() - before)
          .as("bytes allocated in round %d", round)
          .isLessThan(MAX_ALLOCATED);
      return outcome;
    } catch (Throwable t) {
      Path kept = Files.createDirectories(Path.of("target/hostile"));
      Files.write(kept.resolve(round + "-" + fixture.fileName()), damaged);
      throw new AssertionError("round " + round, t);
    }
  }

  private static byte[] damaged(byte[] whole, Random random) {
    byte[] bytes = whole.clone();
    int index = indexOfMoov(bytes);
    for (int left = 1 + random.nextInt(4); left > 0; left--) {
      // Half of the damage goes to the index, which is the smaller part.
      int at =
          random.nextBoolean()
              ? index + random.nextInt(Math.min(bytes.length - index, 2000))
              : random.nextInt(bytes.length);
      switch (random.nextInt(4)) {
        case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> bytes[at] = (byte) random.nextInt(256);
        case 2 -> {
          if (at + 4 <= bytes.length) {
            ByteBuffer.wrap(bytes).putInt(at, EXTREMES[random.nextInt(EXTREMES.length)]);
          }
        }
        default -> {
          int length = Math.min(random.nextInt(64), bytes.length - at);
          int from = random.nextInt(bytes.length - length + 1);
          System.arraycopy(whole, from, bytes, at, length);
        }
      }
    }
    return random.nextInt(8) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
  }

  private static int indexOfMoov(byte[] bytes) {
    for (int i = 0; i + 4 <= bytes.length; i++) {
      if (bytes[i] == 'm' && bytes[i + 1] == 'o' && bytes[i + 2] == 'o' && bytes[i + 3] == 'v') {
        return i;
      }
    }
    throw new AssertionError("no index");
  }
}
