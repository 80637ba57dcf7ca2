package dev.darkroom.image.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.darkroom.image.step.RenditionSpec.Mode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetTest {
  @ParameterizedTest
  @CsvSource({
    "4032, 3024, 1920, 1440",
    "3024, 4032, 1440, 1920",
    "1920, 1080, 1920, 1080",
    " 800,  600,  800,  600",
    "10000,   1, 1920,    1",
  })
  void fitting_keeps_the_shape_and_never_enlarges(int w, int h, int width, int height) {
    Target target = Target.of(new RenditionSpec("large", 1920, 1920, Mode.FIT), w, h);

    assertThat(target.width()).isEqualTo(width);
    assertThat(target.height()).isEqualTo(height);
    assertThat(target.source().getSize()).isEqualTo(new java.awt.Dimension(w, h));
  }

  @ParameterizedTest
  @CsvSource({
    "4000, 3000, 160, 160, 500,   0, 3000, 3000",
    "3000, 4000, 160, 160,   0, 500, 3000, 3000",
    " 100,  300, 100, 100,   0, 100,  100,  100",
    "  10,   10,  10,  10,   0,   0,   10,   10",
  })
  void covering_takes_the_middle_and_never_enlarges(
      int w, int h, int width, int height, int x, int y, int sourceWidth, int sourceHeight) {
    Target target = Target.of(new RenditionSpec("thumb", 160, 160, Mode.COVER), w, h);

    assertThat(target)
        .isEqualTo(
            new Target(new java.awt.Rectangle(x, y, sourceWidth, sourceHeight), width, height));
  }

  @Test
  void any_target_lies_within_box_and_picture_and_keeps_the_shape_within_a_pixel() {
    var random = new Random(11);
    for (int round = 0; round < 100_000; round++) {
      int width = 1 + random.nextInt(random.nextBoolean() ? 50 : 9000);
      int height = 1 + random.nextInt(random.nextBoolean() ? 50 : 9000);
      var mode = random.nextBoolean() ? Mode.FIT : Mode.COVER;
      var spec = new RenditionSpec("r", 1 + random.nextInt(2000), 1 + random.nextInt(2000), mode);

      Target target = Target.of(spec, width, height);

      assertThat(target.width()).isBetween(1, Math.min(spec.width(), target.source().width));
      assertThat(target.height()).isBetween(1, Math.min(spec.height(), target.source().height));
      assertThat(new java.awt.Rectangle(width, height).contains(target.source())).isTrue();
      if (mode == Mode.FIT) {
        double exact = (double) target.width() * height / width;
        double other = (double) target.height() * width / height;
        assertThat(Math.min(Math.abs(exact - target.height()), Math.abs(other - target.width())))
            .isCloseTo(0, within(1.0));
      }
    }
  }
}
