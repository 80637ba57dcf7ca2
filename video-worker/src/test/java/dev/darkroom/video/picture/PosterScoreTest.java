package dev.darkroom.video.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.codec.picture.Plane;
import dev.darkroom.codec.picture.RgbPicture;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;

class PosterScoreTest {
  private static final int WIDTH = 96;
  private static final int HEIGHT = 64;

  private final RgbPicture scene = gray((x, y) -> (x * 7 + y * 13 + (x * y) % 31 * 4) & 0xff);

  @Test
  void blackWhiteAndFadingFramesScoreBelowAllOthers() {
    double dull = PosterScore.of(gray((x, y) -> 100 + x % 8 * 8)).value();

    assertThat(dull).isPositive();
    assertThat(PosterScore.of(gray((x, y) -> 0)).value()).isNegative();
    assertThat(PosterScore.of(gray((x, y) -> 255)).value()).isNegative();
    assertThat(PosterScore.of(gray((x, y) -> 16 + (x + y) % 12)).value()).isNegative();
  }

  @Test
  void theLiveliestOfFadingFramesScoresHighest() {
    assertThat(PosterScore.of(gray((x, y) -> x % 30)).value())
        .isGreaterThan(PosterScore.of(gray((x, y) -> x % 10)).value());
  }

  @Test
  void blurLowersTheScore() {
    double sharp = PosterScore.of(scene).value();
    double soft = PosterScore.of(scene.scaled(WIDTH / 2, HEIGHT / 2).scaled(WIDTH, HEIGHT)).value();
    double softer =
        PosterScore.of(scene.scaled(WIDTH / 8, HEIGHT / 8).scaled(WIDTH, HEIGHT)).value();

    assertThat(sharp).isGreaterThan(soft);
    assertThat(soft).isGreaterThan(softer);
  }

  @Test
  void aTitleOnBlackScoresBelowAScene() {
    RgbPicture title =
        gray((x, y) -> y > 24 && y < 40 && x > 20 && x < 76 && x / 2 % 3 == 0 ? 255 : 0);

    assertThat(PosterScore.of(title).spread()).isGreaterThan(16);
    assertThat(PosterScore.of(title).value()).isLessThan(PosterScore.of(scene).value());
  }

  @Test
  void onePixelHasAScore() {
    Plane dot = new Plane(new byte[1], 1, 1);

    assertThat(PosterScore.of(new RgbPicture(dot, dot, dot)).value()).isNegative();
  }

  private static RgbPicture gray(IntBinaryOperator value) {
    byte[] samples = new byte[WIDTH * HEIGHT];
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        samples[y * WIDTH + x] = (byte) value.applyAsInt(x, y);
      }
    }
    Plane plane = new Plane(samples, WIDTH, HEIGHT);
    return new RgbPicture(plane, plane, plane);
  }
}
