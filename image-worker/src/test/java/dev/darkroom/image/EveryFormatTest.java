package dev.darkroom.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.darkroom.codec.header.Header;
import dev.darkroom.codec.inspect.HeaderParser;
import dev.darkroom.contract.Media;
import dev.darkroom.contract.MediaFormat;
import dev.darkroom.contract.Missing;
import dev.darkroom.contract.Outcome.Completed;
import dev.darkroom.contract.Rendition;
import dev.darkroom.engine.foreign.NativeCodecs;
import dev.darkroom.fixtures.Fixtures;
import dev.darkroom.image.step.Pictures;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Processes one file of each format, with and without libjpeg-turbo and libwebp. */
@ParameterizedClass(name = "turbo: {0}")
@ValueSource(strings = {"true", "false"})
class EveryFormatTest {
  private final boolean turbo;
  private final Workplace workplace;

  EveryFormatTest(String turbo) {
    this.turbo = turbo.equals("true") && NativeCodecs.available();
    this.workplace = new Workplace(Map.of("darkroom.image.turbo", turbo));
  }

  @ParameterizedTest
  @CsvSource({
    "PHONE_PHOTO,     JPEG, 1512, 2016, image/jpeg",
    "PLAIN_PHOTO,     JPEG, 1200,  800, image/jpeg",
    "ADOBE_RGB_PHOTO, JPEG,  320,  240, image/jpeg",
    "CMYK_PHOTO,      JPEG,  320,  240, image/jpeg",
    "GRAY_PHOTO,      JPEG,  640,  480, image/jpeg",
    "ALPHA_PNG,       PNG,   400,  300, image/png",
    "PALETTE_PNG,     PNG,   200,  150, image/png",
    "GRAY_ALPHA_PNG,  PNG,   200,  150, image/png",
    "DEEP_PNG,        PNG,   200,  150, image/jpeg",
    "SMALL_FRAME_GIF, GIF,   120,   90, image/png",
    "LZW_TIFF,        TIFF,  640,  480, image/jpeg",
    "BMP,             BMP,   160,  120, image/jpeg",
  })
  void allRenditionsAreMadeAndReallyAreWhatTheManifestWillSay(
      Fixtures fixture, MediaFormat format, int width, int height, String contentType)
      throws Exception {
    Completed completed = workplace.complete(fixture.bytes());

    assertThat(completed.media().format()).isEqualTo(format);
    assertThat(completed.media().width()).isEqualTo(width);
    assertThat(completed.media().height()).isEqualTo(height);
    assertThat(completed.renditions())
        .extracting(rendition -> rendition.name() + " " + rendition.contentType())
        .containsExactlyElementsOf(expected(contentType));
    for (Rendition rendition : completed.renditions()) {
      byte[] bytes = workplace.bytes(rendition);
      MediaFormat written = MediaFormat.detect(bytes).orElseThrow();
      var header = (Header) HeaderParser.valueOf(written.name()).inspect(bytes, true);
      assertThat(written.contentType()).isEqualTo(rendition.contentType());
      assertThat(rendition.size()).isEqualTo(bytes.length);
      assertThat(header.width()).isEqualTo(rendition.width()).isLessThanOrEqualTo(width);
      assertThat(header.height()).isEqualTo(rendition.height()).isLessThanOrEqualTo(height);
    }
  }

  private List<String> expected(String contentType) {
    return Stream.of("large", "medium", "small", "thumb")
        .flatMap(name -> Stream.of(name + " image/webp", name + " " + contentType))
        .filter(each -> turbo || !each.endsWith("webp"))
        .toList();
  }

  @Test
  void whatCannotBeWrittenIsSaidToBeMissing() throws Exception {
    Completed completed = workplace.complete(Fixtures.BMP.bytes());

    assertThat(completed.missing())
        .extracting(Missing::name)
        .containsExactlyElementsOf(
            turbo ? List.of() : List.of("large.webp", "medium.webp", "small.webp", "thumb.webp"));
  }

  @Test
  void thePhonePhotoComesOutUprightInItsFourSizes() throws Exception {
    Completed completed = workplace.complete(Fixtures.PHONE_PHOTO.bytes());

    assertThat(completed.renditions())
        .filteredOn(rendition -> rendition.contentType().equals("image/jpeg"))
        .extracting(r -> r.name() + " " + r.width() + "x" + r.height())
        .containsExactly("large 1440x1920", "medium 768x1024", "small 384x512", "thumb 160x160");
    BufferedImage small = workplace.picture(completed, "small");
    assertThat(Pictures.difference(small.getRGB(70, 200), 0xffbe1e2d)).isLessThan(20);
    Media.Picture picture = Workplace.facts(completed);
    assertThat(picture.orientation()).isEqualTo(6);
    assertThat(picture.takenAt()).isEqualTo("2026-05-16T18:30:15+02:00");
    assertThat(picture.camera()).isEqualTo("Darkroom Phone 1");
    assertThat(picture.alpha()).isFalse();
    assertThat(picture.frames()).isEqualTo(1);
    assertThat(picture.damaged()).isNull();
  }

  @Test
  void grayWithAlphaKeepsItsBrightness() throws Exception {
    BufferedImage image =
        workplace.picture(workplace.complete(Fixtures.GRAY_ALPHA_PNG.bytes()), "large");

    assertThat(image.getRGB(10, 10)).isEqualTo(0xff717171);
    assertThat(image.getRGB(190, 10)).isEqualTo(0x80717171);
  }

  @Test
  void grayKeepsItsBrightness() throws Exception {
    int[] samples =
        Pictures.decode(Fixtures.GRAY_PHOTO.bytes()).getRaster().getPixel(5, 5, new int[1]);

    BufferedImage image =
        workplace.picture(workplace.complete(Fixtures.GRAY_PHOTO.bytes()), "large");
    assertThat(image.getRGB(5, 5) & 0xff).isCloseTo(samples[0], within(3));
  }

  @Test
  void palettesKeepColorsAndTransparency() throws Exception {
    BufferedImage image =
        workplace.picture(workplace.complete(Fixtures.PALETTE_PNG.bytes()), "large");

    assertThat(image.getRGB(10, 10) >>> 24).isZero();
    assertThat(image.getRGB(190, 10)).isEqualTo(0xffdc0000);
  }

  @Test
  void aFrameSmallerThanItsScreenStaysInItsPlace() throws Exception {
    BufferedImage image =
        workplace.picture(workplace.complete(Fixtures.SMALL_FRAME_GIF.bytes()), "large");

    assertThat(image.getRGB(5, 5) >>> 24).isZero();
    assertThat(image.getRGB(40, 45) >>> 24).isZero();
    assertThat(image.getRGB(75, 45)).isEqualTo(0xff1e9b32);
    assertThat(image.getRGB(115, 45) >>> 24).isZero();
  }

  @Test
  void resizedEdgesAgainstNothingHaveNoDarkFringe() throws Exception {
    Workplace tiny =
        new Workplace(
            Map.of(
                "darkroom.image.renditions",
                "t 60x60 fit",
                "darkroom.image.turbo",
                String.valueOf(turbo)));
    BufferedImage image = tiny.picture(tiny.complete(Fixtures.ALPHA_PNG.bytes()), "t");

    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int pixel = image.getRGB(x, y);
        if (pixel >>> 24 > 32) {
          assertThat(Pictures.difference(pixel | 0xff000000, 0xff1e78c8)).isLessThan(12);
        }
      }
    }
  }

  @Test
  void adobeRgbBecomesSrgb() throws Exception {
    BufferedImage image =
        workplace.picture(workplace.complete(Fixtures.ADOBE_RGB_PHOTO.bytes()), "large");

    // (200, 60, 40) through the profile's matrix and gamma, D50 to sRGB.
    assertThat(Pictures.difference(image.getRGB(100, 100), 0xffe93922)).isLessThan(4);
  }

  @Test
  void inksBecomeColors() throws Exception {
    BufferedImage image =
        workplace.picture(workplace.complete(Fixtures.CMYK_PHOTO.bytes()), "large");

    assertThat(Pictures.difference(image.getRGB(100, 100), 0xffff0000)).isLessThan(30);
  }

  @Test
  void sixteenBitsBecomeEightEvenly() throws Exception {
    BufferedImage image = workplace.picture(workplace.complete(Fixtures.DEEP_PNG.bytes()), "large");

    assertThat(image.getRGB(0, 75) & 0xff).isLessThan(4);
    assertThat(image.getRGB(100, 75) & 0xff).isBetween(124, 132);
    assertThat(image.getRGB(199, 75) & 0xff).isGreaterThan(251);
  }
}
