package dev.darkroom.codec.picture;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decoded picture in planes.
 *
 * @param planes one of luma; or luma, Cb and Cr, chroma of the same size or of half of it, rounded
 *     up; or green, blue and red
 * @param kind what the planes mean
 * @param chromaCentered whether chroma of half the width lies between two luma samples, not at the
 *     left one
 * @param alpha of luma's size, all values used; absent if all is opaque
 * @param premultiplied whether colors are multiplied by alpha already
 */
public record PlanarPicture(
    List<Plane> planes,
    Kind kind,
    ColorSpace space,
    boolean chromaCentered,
    @Nullable Plane alpha,
    boolean premultiplied) {
  /** What planes mean. */
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

  /** Red, green and blue of the part that the placement takes, as it turns it. */
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
