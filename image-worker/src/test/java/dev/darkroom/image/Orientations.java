package dev.darkroom.image;

import java.awt.image.BufferedImage;

/**
 * Turns pictures as cameras store them, so that a viewer that applies the orientation shows them
 * upright.
 */
final class Orientations {
  private Orientations() {}

  /**
   * The definition of TIFF 6.0, "Orientation": the side at which stored row 0 is seen, then that of
   * stored column 0.
   */
  static BufferedImage stored(BufferedImage seen, int orientation) {
    int w = seen.getWidth();
    int h = seen.getHeight();
    boolean swap = orientation >= 5;
    var stored = new BufferedImage(swap ? h : w, swap ? w : h, BufferedImage.TYPE_INT_RGB);
    for (int row = 0; row < stored.getHeight(); row++) {
      for (int column = 0; column < stored.getWidth(); column++) {
        int rgb =
            switch (orientation) {
              case 1 -> seen.getRGB(column, row); // top, left
              case 2 -> seen.getRGB(w - 1 - column, row); // top, right
              case 3 -> seen.getRGB(w - 1 - column, h - 1 - row); // bottom, right
              case 4 -> seen.getRGB(column, h - 1 - row); // bottom, left
              case 5 -> seen.getRGB(row, column); // left, top
              case 6 -> seen.getRGB(w - 1 - row, column); // right, top
              case 7 -> seen.getRGB(w - 1 - row, h - 1 - column); // right, bottom
              default -> seen.getRGB(row, h - 1 - column); // left, bottom
            };
        stored.setRGB(column, row, rgb);
      }
    }
    return stored;
  }
}
