package dev.darkroom.engine.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.darkroom.codec.picture.Bitmap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Compares files with cwebp's: equal if both use the same version of libwebp, nearly equal
 * otherwise.
 */
@ExtendWith(NeedsNativeCodecs.class)
class CwebpTest {
  @ParameterizedTest
  @ValueSource(ints = {60, 80, 92})
  void lossyIsWhatCwebpMakes(int quality, @TempDir Path folder)
      throws IOException, InterruptedException {
    Bitmap picture = Pictures.photo(640, 480);
    byte[] theirs = cwebp(picture, quality, folder);

    byte[] ours = NativeWebp.encode(picture, WebpOptions.of(quality));

    assertThat(ours.length).isCloseTo(theirs.length, withinPercentage(2));
    assertThat(quality(picture, ours)).isCloseTo(quality(picture, theirs), Offset.offset(0.1));
  }

  private static double quality(Bitmap picture, byte[] file) {
    return Pictures.psnr(picture, Pictures.picture(NativeWebp.decode(file, 640, 480)));
  }

  private static byte[] cwebp(Bitmap picture, int quality, Path folder)
      throws IOException, InterruptedException {
    Path in = Files.write(folder.resolve("in.png"), Pictures.png(picture));
    Path out = folder.resolve("out.webp");
    try {
      int exit =
          new ProcessBuilder(
                  "cwebp",
                  "-quiet",
                  "-q",
                  Integer.toString(quality),
                  in.toString(),
                  "-o",
                  out.toString())
              .inheritIO()
              .start()
              .waitFor();
      assertThat(exit).isZero();
    } catch (IOException e) {
      assumeTrue(false, "no cwebp");
    }
    return Files.readAllBytes(out);
  }
}
