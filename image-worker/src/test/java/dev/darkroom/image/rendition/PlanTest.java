package dev.darkroom.image.rendition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanTest {
  private static final List<Fit> FITS = List.of(Fit.FIT, Fit.COVER, Fit.PAD);

  private static final List<RenditionSpec> DEFAULTS =
      List.of(
          TargetTest.spec(512, 512, Fit.FIT, false),
          TargetTest.spec(1920, 1920, Fit.FIT, false),
          TargetTest.spec(160, 160, Fit.COVER, false));

  @ParameterizedTest
  @CsvSource({
    "4032, 3024, 2, 1920, 1440",
    "3024, 4032, 2, 1440, 1920",
    "8000, 6000, 4, 1920, 1440",
    "16000, 9000, 8, 1920, 1080",
    "3839, 2000, 2, 1920, 1000",
    "3837, 2000, 1, 1920, 1001",
    " 800,  600, 1,  800,  600",
  })
  void thePictureIsReducedAsFarAsTheLargestRenditionAllows(
      int width, int height, int reduction, int baseWidth, int baseHeight) {
    Plan plan = Plan.of(DEFAULTS, width, height);

    assertThat(plan.reduction()).isEqualTo(reduction);
    assertThat(plan.baseWidth()).isEqualTo(baseWidth);
    assertThat(plan.baseHeight()).isEqualTo(baseHeight);
  }

  @Test
  void theLargestComesFirst() {
    assertThat(Plan.of(DEFAULTS, 4000, 3000).items())
        .extracting(item -> item.target().width())
        .containsExactly(1920, 512, 160);
  }

  @Test
  void theBaseServesEveryTargetAndIsNeverMoreThanThePicture() {
    var random = new Random(12);
    for (int round = 0; round < 100_000; round++) {
      int width = 1 + random.nextInt(random.nextBoolean() ? 50 : 9000);
      int height = 1 + random.nextInt(random.nextBoolean() ? 50 : 9000);
      Fit fit = FITS.get(random.nextInt(3));
      var spec =
          TargetTest.spec(
              1 + random.nextInt(2000), 1 + random.nextInt(2000), fit, random.nextInt(4) == 0);

      Plan plan = Plan.of(List.of(spec), width, height);

      assertThat(plan.baseWidth()).isBetween(1, width);
      assertThat(plan.baseHeight()).isBetween(1, height);
      var source =
          plan.items()
              .getFirst()
              .target()
              .source(plan.baseWidth(), plan.baseHeight(), Focus.MIDDLE);
      if (!spec.enlarge()) {
        assertThat(source.width())
            .isGreaterThanOrEqualTo(plan.items().getFirst().target().width() - 1);
        assertThat(source.height())
            .isGreaterThanOrEqualTo(plan.items().getFirst().target().height() - 1);
      }
    }
  }
}
