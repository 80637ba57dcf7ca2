package dev.darkroom.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Outcome;
import dev.darkroom.contract.Outcome.Completed;
import dev.darkroom.fixtures.Fixtures;
import dev.darkroom.image.step.Pictures;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks that truncated files are shown as far as they go, as in browsers. */
@ParameterizedClass(name = "turbo: {0}")
@ValueSource(strings = {"true", "false"})
class DamageTest {
  private final Workplace workplace;

  DamageTest(String turbo) {
    this.workplace = new Workplace(Map.of("darkroom.image.turbo", turbo));
  }

  @ParameterizedTest
  @EnumSource(names = {"PLAIN_PHOTO", "PHONE_PHOTO", "GRAY_PHOTO", "CMYK_PHOTO"})
  void aJpegCutOffIsShownAndMarked(Fixtures fixture) throws Exception {
    byte[] file = fixture.bytes();

    Completed completed = workplace.complete(Arrays.copyOf(file, file.length * 7 / 10));

    assertThat(Workplace.facts(completed).damaged()).isTrue();
    assertThat(completed.renditions()).isNotEmpty();
  }

  @Test
  void whatThereIsOfAJpegLooksAsIfItWereWhole() throws Exception {
    byte[] file = Fixtures.PLAIN_PHOTO.bytes();
    BufferedImage whole = workplace.picture(workplace.complete(file), "small");

    BufferedImage part =
        workplace.picture(workplace.complete(Arrays.copyOf(file, file.length * 7 / 10)), "small");

    for (int x = 0; x < whole.getWidth(); x++) {
      assertThat(Pictures.difference(part.getRGB(x, 40), whole.getRGB(x, 40))).isLessThan(24);
    }
  }

  @Test
  void aMissingEndMarkAloneIsNoDamage() throws Exception {
    byte[] file = Fixtures.PLAIN_PHOTO.bytes();

    Completed completed = workplace.complete(Arrays.copyOf(file, file.length - 2));

    assertThat(Workplace.facts(completed).damaged()).isNull();
  }

  @ParameterizedTest
  @EnumSource(
      names = {"SMALL_FRAME_GIF", "ALPHA_PNG", "PALETTE_PNG", "DEEP_PNG", "LZW_TIFF", "BMP"})
  void anyOtherPictureCutOffIsShownAndMarked(Fixtures fixture) throws Exception {
    byte[] file = fixture.bytes();

    Completed completed = workplace.complete(Arrays.copyOf(file, file.length * 9 / 10));

    assertThat(Workplace.facts(completed).damaged()).isTrue();
  }

  @Test
  void aJpegThatEndsWithItsHeadersIsCorrupt() throws Exception {
    byte[] file = Fixtures.PLAIN_PHOTO.bytes();
    String text = new String(file, ISO_8859_1);
    int scan = text.indexOf("\u00ff\u00da") + 2;
    int headers = scan + ByteBuffer.wrap(file).getShort(scan);

    Outcome outcome = workplace.process(Arrays.copyOf(file, headers));

    assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
    assertThat(((Outcome.Rejected) outcome).rejection().code()).isEqualTo(ErrorCode.CORRUPT_FILE);
  }
}
