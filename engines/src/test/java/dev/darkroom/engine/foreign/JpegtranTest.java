package dev.darkroom.engine.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.darkroom.fixtures.Fixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks that coefficients decode to equal pixels however jpegtran codes them. */
@ExtendWith(NeedsNativeCodecs.class)
class JpegtranTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "-optimize",
        "-progressive",
        "-arithmetic",
        "-arithmetic -progressive",
        "-restart 1",
        "-restart 7B -progressive",
        "-restart 3B -arithmetic",
      })
  void anotherCodingIsTheSamePicture(String options, @TempDir Path folder)
      throws IOException, InterruptedException {
    byte[] plain = Fixtures.PLAIN_PHOTO.bytes();
    byte[] recoded = jpegtran(plain, options, folder);
    assertThat(recoded).isNotEqualTo(plain);

    for (int reduction = 1; reduction <= 8; reduction *= 2) {
      assertThat(Pictures.picture(NativeJpeg.decode(recoded, reduction, 1200, 800)).pixels())
          .isEqualTo(Pictures.picture(NativeJpeg.decode(plain, reduction, 1200, 800)).pixels());
    }
  }

  private static byte[] jpegtran(byte[] file, String options, Path folder)
      throws IOException, InterruptedException {
    Path in = Files.write(folder.resolve("in.jpg"), file);
    Path out = folder.resolve("out.jpg");
    List<String> command = new ArrayList<>(List.of("jpegtran"));
    command.addAll(List.of(options.split(" ", -1)));
    command.addAll(List.of("-outfile", out.toString(), in.toString()));
    try {
      int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
      assumeTrue(exit == 0, "jpegtran without " + options);
    } catch (IOException e) {
      assumeTrue(false, "no jpegtran");
    }
    return Files.readAllBytes(out);
  }
}
