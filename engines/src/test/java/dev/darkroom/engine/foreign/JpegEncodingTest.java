package dev.darkroom.engine.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.darkroom.codec.picture.Bitmap;
import dev.darkroom.engine.foreign.JpegOptions.Subsampling;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(NeedsNativeCodecs.class)
class JpegEncodingTest {
  @ParameterizedTest
  @CsvSource({
    "640, 480, HALVED, false, 36",
    "640, 480, HALVED, true, 36",
    "640, 480, NONE, false, 40",
    "640, 480, NONE, true, 40",
    "1, 1, HALVED, false, 36",
    "17, 3, HALVED, true, 30",
    "33, 65, NONE, false, 38",
  })
  void imageIoSeesWhatWentIn(
      int width, int height, Subsampling subsampling, boolean progressive, double decibels)
      throws IOException {
    Bitmap picture = Pictures.photo(width, height);

    byte[] file = NativeJpeg.encode(picture, new JpegOptions(95, subsampling, progressive));

    assertThat(Pictures.psnr(picture, Pictures.byImageIo(file))).isGreaterThanOrEqualTo(decibels);
    assertThat(JpegBytes.has(file, 0xc2)).isEqualTo(progressive);
    assertThat(JpegBytes.lumaSampling(file))
        .isEqualTo(subsampling == Subsampling.NONE ? 0x11 : 0x22);
  }

  @Test
  void nothingButThePictureIsInTheFile() {
    byte[] file = NativeJpeg.encode(Pictures.photo(64, 64), JpegOptions.of(82));

    assertThat(JpegBytes.markers(file))
        .containsExactly(0xe0, 0xdb, 0xdb, 0xc0, 0xc4, 0xc4, 0xc4, 0xc4, 0xda);
  }

  @Test
  void codesAreMadeForThePicture() throws Exception {
    Bitmap picture = Pictures.photo(640, 480);
    byte[] ours = NativeJpeg.encode(picture, JpegOptions.of(82));

    // ImageIO uses the tables of Annex K and the same quantization.
    assertThat(ours).hasSizeLessThan(JpegBytes.byImageIo(picture, 0.82f).length);
  }

  @Test
  void alphaBitsOfAnOpaquePictureDoNotMatter() {
    Bitmap picture = Pictures.photo(40, 30);
    byte[] expected = NativeJpeg.encode(picture, JpegOptions.of(80));
    for (int i = 0; i < picture.pixels().length; i++) {
      picture.pixels()[i] &= 0xffffff;
    }

    assertThat(NativeJpeg.encode(picture, JpegOptions.of(80))).isEqualTo(expected);
  }

  /**
   * Draws alternating black and white pixels, and noise: the largest coefficients and all symbols.
   */
  @Test
  void extremesAreNoErrors() throws IOException {
    int[] pixels = new int[512 * 512];
    var random = new java.util.Random(7);
    for (int i = 0; i < pixels.length; i++) {
      boolean board = i < pixels.length / 2;
      pixels[i] = board ? ((i / 512 + i) % 2 == 0 ? 0 : 0xffffff) : random.nextInt();
    }
    var picture = new Bitmap(pixels, 512, 512, true);
    for (int quality : new int[] {1, 50, 100}) {
      for (Subsampling subsampling : Subsampling.values()) {
        for (boolean progressive : new boolean[] {false, true}) {
          byte[] file =
              NativeJpeg.encode(picture, new JpegOptions(quality, subsampling, progressive));

          assertThat(Pictures.byImageIo(file).width()).isEqualTo(512);
        }
      }
    }
  }

  @Test
  void picturesTooLargeForOptimizedCodesGetTheStandardOnes() throws IOException {
    Bitmap picture = Pictures.photo(3100, 3000);

    byte[] file = NativeJpeg.encode(picture, new JpegOptions(90, Subsampling.HALVED, true));

    assertThat(JpegBytes.has(file, 0xc0)).isTrue();
    assertThat(Pictures.psnr(picture, Pictures.byImageIo(file))).isGreaterThanOrEqualTo(34);
  }

  @Test
  void edgesThatLibjpegRefusesAreRefusedBefore() {
    var line = new Bitmap(new int[65_501], 65_501, 1, true);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> NativeJpeg.encode(line, JpegOptions.of(80)));
  }
}
