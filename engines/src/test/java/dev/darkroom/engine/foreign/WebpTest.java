package dev.darkroom.engine.foreign;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.darkroom.codec.picture.Bitmap;
import dev.darkroom.fixtures.Fixtures;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(NeedsNativeCodecs.class)
class WebpTest {
  private static final WebpOptions LOSSLESS = new WebpOptions(50, 1, 100, true);

  @ParameterizedTest
  @CsvSource({"640, 480, 36", "1, 1, 36", "17, 3, 30", "3, 200, 30"})
  void lossyComesOutNearWhatWentIn(int width, int height, double decibels) {
    Bitmap picture = Pictures.photo(width, height);

    Bitmap decoded =
        Pictures.picture(
            NativeWebp.decode(NativeWebp.encode(picture, WebpOptions.of(90)), width, height));

    assertThat(decoded.opaque()).isTrue();
    assertThat(Pictures.psnr(picture, decoded)).isGreaterThanOrEqualTo(decibels);
  }

  @Test
  void losslessComesOutAsItWentIn() {
    Bitmap picture = Pictures.photo(320, 200);

    Bitmap decoded =
        Pictures.picture(NativeWebp.decode(NativeWebp.encode(picture, LOSSLESS), 320, 200));

    assertThat(decoded.pixels()).isEqualTo(picture.pixels());
  }

  @Test
  void alphaIsKeptExactly() {
    Bitmap picture = Pictures.fading(300, 200);

    Bitmap decoded =
        Pictures.picture(
            NativeWebp.decode(NativeWebp.encode(picture, WebpOptions.of(80)), 300, 200));

    assertThat(decoded.opaque()).isFalse();
    for (int i = 0; i < picture.pixels().length; i++) {
      assertThat(decoded.pixels()[i] >>> 24).isEqualTo(picture.pixels()[i] >>> 24);
    }
  }

  @Test
  void alphaBitsOfAnOpaquePictureDoNotMatter() {
    Bitmap picture = Pictures.photo(40, 30);
    byte[] expected = NativeWebp.encode(picture, WebpOptions.of(80));
    for (int i = 0; i < picture.pixels().length; i++) {
      picture.pixels()[i] &= 0xffffff;
    }

    assertThat(NativeWebp.encode(picture, WebpOptions.of(80))).isEqualTo(expected);
  }

  @Test
  void scaledIsWhatAveragingTheFullSizeGives() {
    byte[] file = NativeWebp.encode(Pictures.photo(640, 480), WebpOptions.of(90));
    Bitmap full = Pictures.picture(NativeWebp.decode(file, 640, 480));

    Bitmap scaled = Pictures.picture(NativeWebp.decodeScaled(file, 640, 480, 160, 120));

    assertThat(Pictures.psnr(scaled, Pictures.averaged(full, 4))).isGreaterThanOrEqualTo(38);
  }

  @Test
  void truncatedDataGivesTheRowsThereAre() {
    byte[] file = NativeWebp.encode(Pictures.photo(640, 480), WebpOptions.of(90));
    Bitmap whole = Pictures.picture(NativeWebp.decode(file, 640, 480));

    Decoding decoding = NativeWebp.decode(Arrays.copyOf(file, file.length / 2), 640, 480);

    assertThat(decoding)
        .isInstanceOfSatisfying(
            Decoding.Picture.class,
            picture -> {
              assertThat(picture.damaged()).isTrue();
              assertThat(Arrays.copyOf(picture.bitmap().pixels(), 640 * 100))
                  .isEqualTo(Arrays.copyOf(whole.pixels(), 640 * 100));
            });
  }

  /** Builds a file for which libwebp reports lack of memory. */
  @Test
  void alphaThatEndsTooSoonIsDamage() {
    byte[] file = NativeWebp.encode(Pictures.fading(300, 200), WebpOptions.of(80));
    // RFC 9649, 2.7.1.2: the two lowest bits of an ALPH chunk tell how it is compressed.
    file[indexOf(file, "ALPH") + 8] &= ~3;

    assertThat(NativeWebp.decode(file, 300, 200)).isInstanceOf(Decoding.Broken.class);
  }

  private static int indexOf(byte[] file, String chunk) {
    return new String(file, ISO_8859_1).indexOf(chunk);
  }

  @Test
  void anAnimationIsForItsPlayer() {
    try (var writer = new AnimatedWebpWriter(40, 30, 0, LOSSLESS)) {
      writer.add(Pictures.photo(40, 30), Duration.ofMillis(50));
      writer.add(Pictures.fading(40, 30), Duration.ofMillis(50));

      assertThat(NativeWebp.decode(writer.finish(), 40, 30))
          .isEqualTo(new Decoding.Unsupported("an animation"));
    }
  }

  @Test
  void aFileOfAnotherKindIsBroken() {
    assertThat(NativeWebp.decode(Fixtures.PLAIN_PHOTO.bytes(), 1200, 800))
        .isInstanceOf(Decoding.Broken.class);
    assertThat(NativeWebp.decode(new byte[0], 1, 1)).isInstanceOf(Decoding.Broken.class);
  }

  @Test
  void otherSizesThanTheCallerSawAreRefused() {
    assertThat(NativeWebp.decode(Fixtures.WEBP.bytes(), 1, 2))
        .isEqualTo(new Decoding.Broken("1×1 instead of 1×2 pixels"));
  }

  @Test
  void edgesThatLibwebpRefusesAreRefusedBefore() {
    var line = new Bitmap(new int[16_384], 16_384, 1, true);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> NativeWebp.encode(line, WebpOptions.of(80)));
    assertThat(NativeWebp.decode(Fixtures.WEBP.bytes(), 16_384, 1))
        .isInstanceOf(Decoding.Broken.class);
  }
}
