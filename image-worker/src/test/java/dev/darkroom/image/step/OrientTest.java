package dev.darkroom.image.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrientTest {
  /** TIFF 6.0, "Orientation": where stored row 0 and column 0 are seen. */
  @ParameterizedTest
  @CsvSource({
    "1, abcdef, 3", // top, left
    "2, cbafed, 3", // top, right
    "3, fedcba, 3", // bottom, right
    "4, defabc, 3", // bottom, left
    "5, adbecf, 2", // left, top
    "6, daebfc, 2", // right, top
    "7, fcebda, 2", // right, bottom
    "8, cfbead, 2", // left, bottom
  })
  void every_orientation_is_turned_upright(int orientation, String seen, int width) {
    BufferedImage upright = Orient.upright(stored("abcdef", 3, 2), orientation);

    assertThat(upright.getWidth()).isEqualTo(width);
    assertThat(letters(upright)).isEqualTo(seen);
  }

  private static BufferedImage stored(String letters, int width, int height) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < letters.length(); i++) {
      image.setRGB(i % width, i / width, letters.charAt(i));
    }
    return image;
  }

  private static String letters(BufferedImage image) {
    var letters = new StringBuilder();
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        letters.append((char) (image.getRGB(x, y) & 0xffff));
      }
    }
    return letters.toString();
  }
}
