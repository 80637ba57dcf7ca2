package dev.darkroom.codec.picture;

/**
 * How a picture is made of a source's pixels: a part is cut out, turned and mirrored. A pixel (u,
 * v) of it is the source's at (x + uToX·u + vToX·v, y + uToY·u + vToY·v).
 *
 * @param width of the result
 * @param x of the source's pixel at the result's top left
 */
public record Placement(
    int width, int height, int x, int y, int uToX, int vToX, int uToY, int vToY) {

  /** All of a source, as it is. */
  public static Placement whole(int width, int height) {
    return new Placement(width, height, 0, 0, 1, 0, 0, 1);
  }

  /** A part of the result so far, which has to lie within it. */
  public Placement cropped(int left, int top, int partWidth, int partHeight) {
    if (left < 0
        || top < 0
        || partWidth < 1
        || partHeight < 1
        || partWidth > width - left
        || partHeight > height - top) {
      throw new IllegalArgumentException("a part outside of its picture");
    }
    return from(left, top).sized(partWidth, partHeight);
  }

  /** A quarter turn anticlockwise: what was at the right is at the top. */
  public Placement turned() {
    Placement corner = from(width - 1, 0);
    return new Placement(
        /* width= */ height, /* height= */ width, corner.x, corner.y, vToX, -uToX, vToY, -uToY);
  }

  /** Left and right change places. */
  public Placement mirroredSides() {
    Placement corner = from(width - 1, 0);
    return new Placement(width, height, corner.x, corner.y, -uToX, vToX, -uToY, vToY);
  }

  /** Top and bottom change places. */
  public Placement mirroredTop() {
    Placement corner = from(0, height - 1);
    return new Placement(width, height, corner.x, corner.y, uToX, -vToX, uToY, -vToY);
  }

  private Placement from(int u, int v) {
    return new Placement(
        width, height, x + uToX * u + vToX * v, y + uToY * u + vToY * v, uToX, vToX, uToY, vToY);
  }

  private Placement sized(int newWidth, int newHeight) {
    return new Placement(newWidth, newHeight, x, y, uToX, vToX, uToY, vToY);
  }

  // Steps are 0, 1 or -1 and stand at right angles, so that their inverse is their transpose.

  /** Where the source's pixel is in the result, row by row. */
  int indexOf(int sourceX, int sourceY) {
    int u = uToX * (sourceX - x) + uToY * (sourceY - y);
    int v = vToX * (sourceX - x) + vToY * (sourceY - y);
    return v * width + u;
  }

  /** How much further that is for each pixel to the right in the source. */
  int stepX() {
    return vToX * width + uToX;
  }

  /** The source's columns and rows that are used: first and past the last. */
  int left() {
    return Math.min(x, lastX());
  }

  int right() {
    return Math.max(x, lastX()) + 1;
  }

  int top() {
    return Math.min(y, lastY());
  }

  int bottom() {
    return Math.max(y, lastY()) + 1;
  }

  private int lastX() {
    return x + uToX * (width - 1) + vToX * (height - 1);
  }

  private int lastY() {
    return y + uToY * (width - 1) + vToY * (height - 1);
  }
}
