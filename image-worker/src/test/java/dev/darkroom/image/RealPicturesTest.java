package dev.darkroom.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Processes pictures of real cameras, which cannot be committed. */
class RealPicturesTest {
  private static final Path FOLDER = Path.of("../../shared/media/images");
  private static final Path NONE = Path.of("none");

  static Stream<Path> pictures() throws Exception {
    if (!Files.isDirectory(FOLDER)) {
      return Stream.of(NONE);
    }
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void everyOneIsCompletedOrToldByItsHeader(Path file) throws Exception {
    assumeTrue(!file.equals(NONE), "no folder " + FOLDER + " with pictures of real cameras");
    var workplace = new Workplace();

    switch (workplace.process(Files.readAllBytes(file))) {
      case Outcome.Completed completed -> {
        assertThat(completed.renditions()).hasSizeBetween(4, 8);
        assertThat(completed.media().width()).isPositive();
      }
      case Outcome.Rejected(var rejection, var media) -> {
        assertThat(rejection.code()).isEqualTo(ErrorCode.UNSUPPORTED_FORMAT);
        assertThat(media.width()).isPositive();
        assertThat(file.toString()).endsWith(".heic");
      }
      case Outcome other -> throw new AssertionError(other);
    }
  }
}
