package dev.darkroom.image.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Compares two pictures on black and on white paper. */
public final class Comparison {
  private static final Path FOLDER = Path.of("target/golden");
  private static final int[] PAPERS = {0, 255};
  private static final int AMPLIFIED = 8;

  private final Seen[] expected = new Seen[PAPERS.length];
  private final Seen[] actual = new Seen[PAPERS.length];

  /**
   * @param expected shrunk to the size of the other, if that is smaller
   * @param percent the share of rows from above that counts
   */
  public Comparison(BufferedImage expected, BufferedImage actual, int percent) {
    int rows = Math.max(1, actual.getHeight() * percent / 100);
    for (int i = 0; i < PAPERS.length; i++) {
      this.actual[i] = Seen.of(actual, rows, PAPERS[i]);
      Seen whole = Seen.of(expected, expected.getHeight() * percent / 100, PAPERS[i]);
      this.expected[i] =
          expected.getWidth() == actual.getWidth()
              ? whole
              : whole.shrunkTo(actual.getWidth(), rows);
    }
  }

  /** Returns the worse likeness of both papers. */
  public Likeness likeness() {
    return Likeness.of(expected[0], actual[0]).worse(Likeness.of(expected[1], actual[1]));
  }

  /**
   * Fails if the pictures differ too much, and saves a picture of both below {@code target/golden}.
   */
  public void requireAtLeast(Likeness least, String name) {
    Likeness likeness = likeness();
    assertThat(likeness)
        .withFailMessage(
            () -> "%s: %s, but should be %s: see %s".formatted(name, likeness, least, write(name)))
        .matches(found -> found.reaches(least));
  }

  /** Draws expected, actual, and eight times their difference, on both papers. */
  private Path write(String name) {
    int width = actual[0].width();
    int height = actual[0].height();
    var sheet = new BufferedImage(3 * width, PAPERS.length * height, BufferedImage.TYPE_INT_RGB);
    for (int paper = 0; paper < PAPERS.length; paper++) {
      for (int p = 0; p < width * height; p++) {
        int x = p % width;
        int y = p / width + paper * height;
        double[] a = expected[paper].levels()[p];
        double[] b = actual[paper].levels()[p];
        double[] amplified = new double[3];
        for (int i = 0; i < 3; i++) {
          amplified[i] = Math.min(255, AMPLIFIED * Math.abs(a[i] - b[i]));
        }
        sheet.setRGB(x, y, rgb(a));
        sheet.setRGB(x + width, y, rgb(b));
        sheet.setRGB(x + 2 * width, y, rgb(amplified));
      }
    }
    try {
      Path file = FOLDER.resolve(name.replaceAll("[^A-Za-z0-9]+", "-") + ".png");
      Files.createDirectories(FOLDER);
      ImageIO.write(sheet, "png", file.toFile());
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int rgb(double[] levels) {
    return (int) Math.round(levels[0]) << 16
        | (int) Math.round(levels[1]) << 8
        | (int) Math.round(levels[2]);
  }
}
