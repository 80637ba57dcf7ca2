package dev.darkroom.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.contract.ErrorCode;
import dev.darkroom.fixtures.Crash;
import dev.darkroom.fixtures.Golden;
import dev.darkroom.image.hostile.Mutation;
import dev.darkroom.image.hostile.Spending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Damages every golden picture in seeded ways: each ends in an outcome, soon, and with little
 * memory.
 *
 * <p>{@code -Ddarkroom.mutants=10000} for a nightly run; {@code -Ddarkroom.seed=N} for other
 * damage.
 */
class HostileFilesTest {
  private static final int MUTANTS = Integer.getInteger("darkroom.mutants", 8);
  private static final long SEED = Long.getLong("darkroom.seed", 2026);

  /** Fewest damaged files that a run must process. */
  private static final int FEWEST = 1_000;

  private static final AtomicInteger PROCESSED = new AtomicInteger();
  private static final Path CULPRITS = Path.of("target/hostile");

  /** Far more than the time for decoding below. */
  private static final Duration SOON = Duration.ofSeconds(15);

  private static final Set<ErrorCode> REASONS =
      EnumSet.of(
          ErrorCode.CORRUPT_FILE,
          ErrorCode.UNSUPPORTED_FORMAT,
          ErrorCode.TOO_MANY_PIXELS,
          ErrorCode.TOO_MANY_FRAMES,
          ErrorCode.TOOK_TOO_LONG);

  private final Workplace workplace =
      new Workplace(
          Map.of(
              "darkroom.image.renditions", "thumb 32x32 cover",
              "darkroom.image.max-pixels", "1000000",
              "darkroom.image.max-jpeg-pixels", "1000000",
              "darkroom.image.decode-time", "5s"));

  static Stream<Golden> pictures() {
    return Golden.all().stream();
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void damagedFilesEndInAnOutcomeAndNeverInAnException(Golden golden) throws Exception {
    byte[] file = golden.bytes();
    List<Golden> others = sameFormat(golden);
    for (int n = 0; n < MUTANTS; n++) {
      // Seeded by name and number, so that a mutant does not depend on the others.
      var random = new Random(SEED * 31 + golden.file().hashCode() * 1_000_003L + n);
      byte[] other = others.get(random.nextInt(others.size())).bytes();
      byte[] mutant = Mutation.any(file, other, random);
      try {
        check(mutant);
        PROCESSED.incrementAndGet();
      } catch (Throwable t) {
        throw new AssertionError("see " + keep(golden, n, mutant), t);
      }
    }
  }

  @AfterAll
  static void enoughDamagedFilesWereProcessed() {
    assertThat(PROCESSED).hasValueGreaterThanOrEqualTo(FEWEST);
  }

  static Stream<Crash> crashes() {
    return Crash.all().stream();
  }

  @ParameterizedTest
  @MethodSource("crashes")
  void whatOnceDidHarmDoesNone(Crash crash) throws Exception {
    check(crash.bytes());
  }

  private void check(byte[] mutant) throws Exception {
    Spending spending = HostileFile.process(workplace, mutant, REASONS).spending();

    assertThat(spending.wall()).as("%s", spending).isLessThan(SOON);
  }

  private static List<Golden> sameFormat(Golden golden) {
    String folder = golden.file().substring(0, golden.file().indexOf('/') + 1);
    return Golden.all().stream().filter(other -> other.file().startsWith(folder)).toList();
  }

  private static Path keep(Golden golden, int n, byte[] mutant) throws IOException {
    Path file = CULPRITS.resolve(golden.file().replace('/', '-') + "." + n);
    Files.createDirectories(CULPRITS);
    return Files.write(file, mutant);
  }
}
