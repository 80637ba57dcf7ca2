package dev.darkroom.image.rendition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetTest {
  private static final List<Fit> FITS = List.of(Fit.FIT, Fit.COVER, Fit.PAD);

  @ParameterizedTest
  @CsvSource({
    "4032, 3024, 1920, 1440",
    "3024, 4032, 1440, 1920",
    "1920, 1080, 1920, 1080",
    " 800,  600,  800,  600",
    "10000,   1, 1920,    1",
  })
  void fittingKeepsTheShapeAndNeverEnlarges(int w, int h, int width, int height) {
    Target target = Target.of(spec(1920, 1920, Fit.FIT, false), w, h);

    assertThat(target).isEqualTo(new Target(Fit.FIT, width, height, width, height));
    assertThat(target.source(w, h, Focus.MIDDLE)).isEqualTo(new Part(0, 0, w, h));
  }

  @ParameterizedTest
  @CsvSource({
    "4000, 3000, 160, 160, 500,   0, 3000, 3000",
    "3000, 4000, 160, 160,   0, 500, 3000, 3000",
    " 100,  300, 100, 100,   0, 100,  100,  100",
    "  10,   10,  10,  10,   0,   0,   10,   10",
  })
  void coveringTakesThePartInFocusAndNeverEnlarges(
      int w, int h, int width, int height, int x, int y, int sourceWidth, int sourceHeight) {
    Target target = Target.of(spec(160, 160, Fit.COVER, false), w, h);

    assertThat(target).isEqualTo(new Target(Fit.COVER, width, height, width, height));
    assertThat(target.source(w, h, Focus.MIDDLE))
        .isEqualTo(new Part(x, y, sourceWidth, sourceHeight));
    assertThat(target.source(w, h, new Focus(0, 0)))
        .isEqualTo(new Part(0, 0, sourceWidth, sourceHeight));
    assertThat(target.source(w, h, new Focus(1, 1)))
        .isEqualTo(new Part(2 * x, 2 * y, sourceWidth, sourceHeight));
  }

  @Test
  void whatIsAskedToBeEnlargedFillsItsBox() {
    assertThat(Target.of(spec(400, 400, Fit.FIT, true), 20, 10))
        .isEqualTo(new Target(Fit.FIT, 400, 200, 400, 200));
    assertThat(Target.of(spec(400, 400, Fit.COVER, true), 20, 10))
        .isEqualTo(new Target(Fit.COVER, 400, 400, 400, 400));
  }

  @Test
  void paddingHasTheBoxesSizeAndThePictureWithin() {
    assertThat(Target.of(spec(400, 400, Fit.PAD, false), 800, 200))
        .isEqualTo(new Target(Fit.PAD, 400, 100, 400, 400));
    assertThat(Target.of(spec(400, 400, Fit.PAD, false), 20, 10))
        .isEqualTo(new Target(Fit.PAD, 20, 10, 400, 400));
  }

  @Test
  void anyTargetLiesWithinBoxAndPictureAndKeepsTheShapeWithinAPixel() {
    var random = new Random(11);
    for (int round = 0; round < 100_000; round++) {
      int width = 1 + random.nextInt(random.nextBoolean() ? 50 : 9000);
      int height = 1 + random.nextInt(random.nextBoolean() ? 50 : 9000);
      Fit fit = FITS.get(random.nextInt(3));
      RenditionSpec spec = spec(1 + random.nextInt(2000), 1 + random.nextInt(2000), fit, false);

      Target target = Target.of(spec, width, height);
      var focus = new Focus(random.nextDouble(), random.nextDouble());
      Part source = target.source(width, height, focus);

      assertThat(source.x()).isBetween(0, width - source.width());
      assertThat(source.y()).isBetween(0, height - source.height());
      assertThat(target.width()).isBetween(1, Math.min(spec.width(), source.width()));
      assertThat(target.height()).isBetween(1, Math.min(spec.height(), source.height()));
      double exact = (double) target.width() * source.height() / source.width();
      double other = (double) target.height() * source.width() / source.height();
      assertThat(Math.min(Math.abs(exact - target.height()), Math.abs(other - target.width())))
          .isCloseTo(0, within(1.0));
    }
  }

  static RenditionSpec spec(int width, int height, Fit fit, boolean enlarge) {
    return new RenditionSpec(
        "r", width, height, fit, enlarge, List.of(new Output(OutputFormat.WEBP, 80)));
  }
}
