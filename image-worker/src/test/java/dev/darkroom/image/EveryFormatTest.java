package dev.darkroom.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.contract.Media;
import dev.darkroom.contract.MediaFormat;
import dev.darkroom.contract.Outcome.Completed;
import dev.darkroom.contract.Rendition;
import dev.darkroom.fixtures.Fixtures;
import dev.darkroom.image.step.Pictures;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EveryFormatTest {
  private final Workplace workplace = new Workplace();

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
  void all_renditions_are_made_and_really_are_what_the_manifest_will_say(
      Fixtures fixture, MediaFormat format, int width, int height, String contentType)
      throws Exception {
    Completed completed = workplace.complete(fixture.bytes());

    assertThat(completed.media().format()).isEqualTo(format);
    assertThat(completed.media().width()).isEqualTo(width);
    assertThat(completed.media().height()).isEqualTo(height);
    assertThat(completed.renditions())
        .extracting(Rendition::name)
        .containsExactly("large", "medium", "small", "thumb");
    for (Rendition rendition : completed.renditions()) {
      byte[] bytes = workplace.bytes(rendition);
      BufferedImage image = Pictures.decode(bytes);
      assertThat(rendition.contentType()).isEqualTo(contentType);
      assertThat(MediaFormat.detect(bytes).orElseThrow().contentType()).isEqualTo(contentType);
      assertThat(rendition.key()).endsWith(contentType.equals("image/png") ? ".png" : ".jpg");
      assertThat(rendition.size()).isEqualTo(bytes.length);
      assertThat(image.getWidth()).isEqualTo(rendition.width()).isLessThanOrEqualTo(width);
      assertThat(image.getHeight()).isEqualTo(rendition.height()).isLessThanOrEqualTo(height);
    }
  }

  @Test
  void the_phone_photo_comes_out_upright_in_its_four_sizes() throws Exception {
    Completed completed = workplace.complete(Fixtures.PHONE_PHOTO.bytes());

    assertThat(completed.renditions())
        .extracting(r -> r.name() + " " + r.width() + "x" + r.height())
        .containsExactly("large 1440x1920", "medium 768x1024", "small 384x512", "thumb 160x160");
    BufferedImage small = workplace.picture(completed, "small");
    assertThat(Pictures.difference(small.getRGB(70, 200), 0xffbe1e2d)).isLessThan(20);
    assertThat(completed.media().picture())
        .isEqualTo(new Media.Picture(6, "2026-05-16T18:30:15+02:00", "Darkroom Phone 1"));
  }

  @Test
  void gray_with_alpha_keeps_its_brightness() throws Exception {
    BufferedImage image =
        workplace.picture(workplace.complete(Fixtures.GRAY_ALPHA_PNG.bytes()), "large");

    assertThat(image.getRGB(10, 10)).isEqualTo(0xff717171);
    assertThat(image.getRGB(190, 10)).isEqualTo(0x80717171);
  }

  @Test
  void gray_keeps_its_brightness() throws Exception {
    int[] samples =
        Pictures.decode(Fixtures.GRAY_PHOTO.bytes()).getRaster().getPixel(5, 5, new int[1]);

    BufferedImage image =
        workplace.picture(workplace.complete(Fixtures.GRAY_PHOTO.bytes()), "large");
    assertThat(image.getRGB(5, 5) & 0xff)
        .isCloseTo(samples[0], org.assertj.core.api.Assertions.within(3));
  }

  @Test
  void palettes_keep_colours_and_transparency() throws Exception {
    BufferedImage image =
        workplace.picture(workplace.complete(Fixtures.PALETTE_PNG.bytes()), "large");

    assertThat(image.getRGB(10, 10) >>> 24).isZero();
    assertThat(image.getRGB(190, 10)).isEqualTo(0xffdc0000);
  }

  @Test
  void a_frame_smaller_than_its_screen_stays_in_its_place() throws Exception {
    BufferedImage image =
        workplace.picture(workplace.complete(Fixtures.SMALL_FRAME_GIF.bytes()), "large");

    assertThat(image.getRGB(5, 5) >>> 24).isZero();
    assertThat(image.getRGB(40, 45) >>> 24).isZero();
    assertThat(image.getRGB(75, 45)).isEqualTo(0xff1e9b32);
    assertThat(image.getRGB(115, 45) >>> 24).isZero();
  }

  @Test
  void resized_edges_against_nothing_have_no_dark_fringe() throws Exception {
    Workplace tiny = new Workplace(java.util.Map.of("darkroom.image.renditions", "t 60x60 fit"));
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
  void adobe_rgb_becomes_srgb() throws Exception {
    BufferedImage image =
        workplace.picture(workplace.complete(Fixtures.ADOBE_RGB_PHOTO.bytes()), "large");

    // (200, 60, 40) through the profile's matrix and gamma, D50 to sRGB.
    assertThat(Pictures.difference(image.getRGB(100, 100), 0xffe93922)).isLessThan(4);
  }

  @Test
  void inks_become_colours() throws Exception {
    BufferedImage image =
        workplace.picture(workplace.complete(Fixtures.CMYK_PHOTO.bytes()), "large");

    assertThat(Pictures.difference(image.getRGB(100, 100), 0xffff0000)).isLessThan(30);
  }

  @Test
  void sixteen_bits_become_eight_evenly() throws Exception {
    BufferedImage image = workplace.picture(workplace.complete(Fixtures.DEEP_PNG.bytes()), "large");

    assertThat(image.getRGB(0, 75) & 0xff).isLessThan(4);
    assertThat(image.getRGB(100, 75) & 0xff).isBetween(124, 132);
    assertThat(image.getRGB(199, 75) & 0xff).isGreaterThan(251);
  }
}
