package dev.darkroom.codec.mp4;

/**
 * How a player rotates and mirrors the coded picture.
 *
 * @param rotation degrees clockwise: 0, 90, 180 or 270
 * @param mirrored whether left and right are swapped before that
 */
public record Orientation(int rotation, boolean mirrored) {
  public static final Orientation NONE = new Orientation(0, false);

  /**
   * Reads the orientation out of a matrix (8.3.2: x' = ax + cy, y' = bx + dy, y downwards). Like
   * players, it ignores scale and everything else but quarter turns and mirroring.
   */
  static Orientation of(int a, int b, int c, int d) {
    int rotation;
    if (c == 0 && d != 0 && b == 0 && a != 0) {
      rotation = d > 0 ? 0 : 180;
    } else if (d == 0 && c != 0 && a == 0 && b != 0) {
      rotation = c < 0 ? 90 : 270;
    } else {
      return NONE;
    }
    // Rotation keeps the sign of the determinant, mirroring changes it.
    long determinant = (long) a * d - (long) b * c;
    return new Orientation(rotation, determinant < 0);
  }

  /** Whether width and height are swapped. */
  public boolean transposes() {
    return rotation % 180 != 0;
  }
}
