package dev.darkroom.video.still;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.codec.picture.Plane;
import dev.darkroom.codec.picture.RgbPicture;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;

class MeritTest {
  private static final int WIDTH = 96;
  private static final int HEIGHT = 64;

  private final RgbPicture scene = gray((x, y) -> (x * 7 + y * 13 + (x * y) % 31 * 4) & 0xff);

  @Test
  void blackWhiteAndFadingFramesAreBelowAnyOther() {
    double dull = Merit.of(gray((x, y) -> 100 + x % 8 * 8)).score();

    assertThat(dull).isPositive();
    assertThat(Merit.of(gray((x, y) -> 0)).score()).isNegative();
    assertThat(Merit.of(gray((x, y) -> 255)).score()).isNegative();
    assertThat(Merit.of(gray((x, y) -> 16 + (x + y) % 12)).score()).isNegative();
  }

  @Test
  void theLiveliestOfFadingFramesIsTheBestOfThem() {
    assertThat(Merit.of(gray((x, y) -> x % 30)).score())
        .isGreaterThan(Merit.of(gray((x, y) -> x % 10)).score());
  }

  @Test
  void blurLowersIt() {
    double sharp = Merit.of(scene).score();
    double soft = Merit.of(scene.scaled(WIDTH / 2, HEIGHT / 2).scaled(WIDTH, HEIGHT)).score();
    double softer = Merit.of(scene.scaled(WIDTH / 8, HEIGHT / 8).scaled(WIDTH, HEIGHT)).score();

    assertThat(sharp).isGreaterThan(soft);
    assertThat(soft).isGreaterThan(softer);
  }

  @Test
  void aFewWhiteLettersOnBlackAreNoScene() {
    RgbPicture title =
        gray((x, y) -> y > 24 && y < 40 && x > 20 && x < 76 && x / 2 % 3 == 0 ? 255 : 0);

    assertThat(Merit.of(title).spread()).isGreaterThan(16);
    assertThat(Merit.of(title).score()).isLessThan(Merit.of(scene).score());
  }

  @Test
  void theSmallestPictureHasSome() {
    Plane dot = new Plane(new byte[1], 1, 1);

    assertThat(Merit.of(new RgbPicture(dot, dot, dot)).score()).isNegative();
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
