package dev.darkroom.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.management.ThreadMXBean;
import dev.darkroom.contract.Outcome;
import dev.darkroom.fixtures.Fixtures;
import dev.darkroom.stage.job.Job;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Damages every video in seeded ways: each mutant ends in an outcome, with bounded memory. {@code
 * -Ddarkroom.mutants=10000} runs longer, {@code -Ddarkroom.seed=N} makes other mutants. Mutants
 * that fail are kept in {@code target/hostile}.
 */
class HostileVideoTest {
  /** Least number of mutants of each video, and the number without a flag. */
  private static final int MIN_MUTANTS = 100;

  private static final int MUTANTS = Integer.getInteger("darkroom.mutants", MIN_MUTANTS);
  private static final long SEED = Long.getLong("darkroom.seed", 2026);

  /** Many times what a fixture takes. */
  private static final Duration MAX_TIME = Duration.ofSeconds(30);

  /**
   * In bytes. A frame of the fixtures takes 6 MiB in each of two threads, and a part of a stream 8;
   * a damaged header can ask for somewhat larger frames.
   */
  private static final long MAX_ALLOCATED = 64L << 20;

  /** Makes every output, but small ones: damage does not change how pictures are encoded. */
  private static final VideoSettings CONFIG =
      PipelineHarness.settings(
          Map.of(
              "darkroom.video.hls", "true",
              "darkroom.video.poster-edge", "64",
              "darkroom.video.preview-edge", "32",
              "darkroom.video.tile-edge", "32"));

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
    int rejected = 0;
    for (int n = 0; n < MUTANTS; n++) {
      // Seeded by name and number: each mutant is the same, however many there are.
      var random = new Random(SEED * 31 + fixture.name().hashCode() * 1_000_003L + n);
      byte[] mutant = damaged(whole, random);
      switch (outcome(fixture, n, mutant)) {
        case Outcome.Completed _, Outcome.Streams _ -> {}
        case Outcome.Rejected(var rejection, var media) -> rejected++;
        case Outcome.BelongsTo(var kind) -> rejected++;
        case Outcome.Vanished() -> fail("nothing vanished");
      }
    }
    assertThat(MUTANTS).isGreaterThanOrEqualTo(MIN_MUTANTS);
    // Damage that is always or never noticed would test nothing.
    assertThat(rejected).isBetween(MUTANTS / 50, MUTANTS - MUTANTS / 50);
  }

  private Outcome outcome(Fixtures fixture, int n, byte[] mutant) throws Exception {
    long before = threads.getTotalThreadAllocatedBytes();
    try {
      var harness = new PipelineHarness();
      Job job = harness.put(fixture.fileName(), mutant);
      Outcome outcome = assertTimeoutPreemptively(MAX_TIME, () -> harness.process(job, CONFIG));
      assertThat(harness.store.unfinished()).isZero();
      assertThat(threads.getTotalThreadAllocatedBytes() - before)
          .as("bytes allocated")
          .isLessThan(MAX_ALLOCATED);
      return outcome;
    } catch (Throwable t) {
      Path folder = Files.createDirectories(Path.of("target/hostile"));
      Path kept = Files.write(folder.resolve(n + "-" + fixture.fileName()), mutant);
      throw new AssertionError("see " + kept, t);
    }
  }

  private static byte[] damaged(byte[] whole, Random random) {
    byte[] bytes = whole.clone();
    int index = indexOfMoov(bytes);
    for (int left = 1 + random.nextInt(4); left > 0; left--) {
      // Half of the damage goes to the index, which is smaller than the samples.
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
