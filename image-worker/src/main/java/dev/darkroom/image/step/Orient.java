package dev.darkroom.image.step;

import dev.darkroom.job.Progress;
import java.awt.image.BufferedImage;

/** Turns and mirrors the picture to the way it was seen. */
public final class Orient {
  private Orient() {}

  public static Progress<Decoded> apply(Decoded picture) {
    return new Progress.At<>(
        new Decoded(
            picture.job(), picture.media(), upright(picture.image(), picture.orientation()), 1));
  }

  /**
   * TIFF 6.0, "Orientation": where the stored first row and column are seen. As a map from stored
   * to seen: sides swapped or not, then either axis reversed or not.
   */
  static BufferedImage upright(BufferedImage stored, int orientation) {
    if (orientation == 1) {
      return stored;
    }
    boolean swap = orientation >= 5;
    boolean reverseX = orientation == 2 || orientation == 3 || orientation == 6 || orientation == 7;
    boolean reverseY = orientation == 3 || orientation == 4 || orientation == 7 || orientation == 8;
    int width = stored.getWidth();
    int height = stored.getHeight();
    int seenWidth = swap ? height : width;
    int seenHeight = swap ? width : height;
    var seen = new BufferedImage(seenWidth, seenHeight, stored.getType());
    int[] from = Pixels.of(stored);
    int[] to = Pixels.of(seen);
    // Where in the seen picture the first stored pixel goes, and how far on each next one.
    int first = (reverseX ? seenWidth - 1 : 0) + (reverseY ? seenHeight - 1 : 0) * seenWidth;
    int stepX = reverseX ? -1 : 1;
    int stepY = reverseY ? -seenWidth : seenWidth;
    int alongRow = swap ? stepY : stepX;
    int alongColumn = swap ? stepX : stepY;
    for (int y = 0, at = 0; y < height; y++) {
      for (int x = 0, target = first + y * alongColumn; x < width; x++, target += alongRow) {
        to[target] = from[at++];
      }
    }
    return seen;
  }
}
