package dev.darkroom.codec.picture;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A still picture as its codec stores it, in planes.
 *
 * @param planes luma; or luma, Cb and Cr, with chroma of the same size or of half of it, rounded
 *     up; or green, blue and red
 * @param kind meaning of the planes
 * @param chromaCentered whether chroma of half the width lies between two luma samples instead of
 *     at the left one
 * @param alpha of luma's size and full range; absent if all pixels are opaque
 * @param premultiplied whether colors are multiplied by alpha
 */
public record PlanarPicture(
    List<Plane> planes,
    Kind kind,
    ColorSpace space,
    boolean chromaCentered,
    @Nullable Plane alpha,
    boolean premultiplied) {
  /** Meaning of the planes. */
  public enum Kind {
    GRAY,
    YUV,
    GBR
  }

  public PlanarPicture {
    planes = List.copyOf(planes);
  }

  public int width() {
    return planes.getFirst().width();
  }

  public int height() {
    return planes.getFirst().height();
  }

  /** Converts the part that a placement shows to red, green and blue, turned as it says. */
  public Bitmap bitmap(Placement placement) {
    int[] pixels = new int[Math.multiplyExact(placement.width(), placement.height())];
    var rows = new PlanarRows(this);
    int left = placement.left();
    int right = placement.right();
    int step = placement.stepX();
    int[] row = new int[width()];
    for (int y = placement.top(); y < placement.bottom(); y++) {
      rows.read(y, row);
      int to = placement.indexOf(left, y);
      for (int x = left; x < right; x++) {
        pixels[to] = row[x];
        to += step;
      }
    }
    return new Bitmap(pixels, placement.width(), placement.height(), alpha == null);
  }
}
