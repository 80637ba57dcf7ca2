package dev.darkroom.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Outcome;
import dev.darkroom.fixtures.Crash;
import dev.darkroom.fixtures.Golden;
import dev.darkroom.image.hostile.Mutation;
import dev.darkroom.image.hostile.Spending;
import dev.darkroom.stage.job.Job;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every golden picture, damaged in seeded ways: nothing but an outcome may come of it, soon, and
 * with little memory. {@code -Ddarkroom.mutants=10000} for a nightly look, without a limit of time;
 * {@code -Ddarkroom.seed=N} for other damage.
 */
class HostileFilesTest {
  private static final int MUTANTS = Integer.getInteger("darkroom.mutants", 25);
  private static final long SEED = Long.getLong("darkroom.seed", 2026);

  /** Of the normal run, which has to be over in a minute whatever else the machine does. */
  private static final Duration TIME_OF_ALL = Duration.ofSeconds(45);

  private static final boolean NIGHTLY = System.getProperty("darkroom.mutants") != null;
  private static final Path CULPRITS = Path.of("target/hostile");

  /** Far more than the time for decoding below, and no hang. */
  private static final Duration SOON = Duration.ofSeconds(15);

  private static final long MEMORY = 64_000_000;

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
    long end = System.nanoTime() + TIME_OF_ALL.dividedBy(Golden.all().size()).toNanos();
    for (int n = 0; n < MUTANTS && (NIGHTLY || System.nanoTime() < end); n++) {
      // By name and number: each mutant is the same, whichever others were there.
      var random = new Random(SEED * 31 + golden.file().hashCode() * 1_000_003L + n);
      byte[] other = others.get(random.nextInt(others.size())).bytes();
      byte[] mutant = Mutation.any(file, other, random);
      try {
        check(mutant);
      } catch (Throwable t) {
        throw new AssertionError("see " + keep(golden, n, mutant), t);
      }
    }
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
    Job job = workplace.upload(mutant);
    Spending.Counted<Outcome> counted = Spending.of(() -> workplace.process(job));

    switch (counted.result()) {
      case Outcome.Completed completed -> assertThat(completed.renditions()).isNotEmpty();
      case Outcome.Rejected(var rejection, var _) ->
          assertThat(rejection.code()).as(rejection.message()).isIn(REASONS);
      case Outcome.BelongsTo(var kind) -> assertThat(kind).isNotNull();
      case Outcome.Vanished() -> throw new AssertionError("it was there all the time");
    }
    assertThat(counted.spending().wall()).as("%s", counted.spending()).isLessThan(SOON);
    assertThat(counted.spending().allocated()).as("%s", counted.spending()).isLessThan(MEMORY);
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
