package dev.darkroom.codec.picture;

/**
 * Maps a result's pixels to those of its source, which is cropped, turned and mirrored. The pixel
 * (u, v) of the result is the source's at (x + uToX·u + vToX·v, y + uToY·u + vToY·v).
 *
 * @param width of the result, in pixels
 * @param x column of the source's pixel at the result's top left
 */
public record Placement(
    int width, int height, int x, int y, int uToX, int vToX, int uToY, int vToY) {

  /** Places a whole source unchanged. */
  public static Placement whole(int width, int height) {
    return new Placement(width, height, 0, 0, 1, 0, 0, 1);
  }

  /** Crops the result so far to a part within it. */
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

  /** Turns the result so far anticlockwise by 90 degrees. */
  public Placement turned() {
    Placement corner = from(width - 1, 0);
    return new Placement(
        /* width= */ height, /* height= */ width, corner.x, corner.y, vToX, -uToX, vToY, -uToY);
  }

  /** Mirrors the result so far: left and right change places. */
  public Placement mirroredSides() {
    Placement corner = from(width - 1, 0);
    return new Placement(width, height, corner.x, corner.y, -uToX, vToX, -uToY, vToY);
  }

  /** Mirrors the result so far: top and bottom change places. */
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

  // The steps form a signed permutation matrix, whose inverse is its transpose.

  /** Returns the index in the result of a source's pixel. */
  int indexOf(int sourceX, int sourceY) {
    int u = uToX * (sourceX - x) + uToY * (sourceY - y);
    int v = vToX * (sourceX - x) + vToY * (sourceY - y);
    return v * width + u;
  }

  /** Returns the change of that index for each pixel to the right in the source. */
  int stepX() {
    return vToX * width + uToX;
  }

  /** Returns the first column of the source that is used. */
  int left() {
    return Math.min(x, lastX());
  }

  /** Returns the column after the last one that is used. */
  int right() {
    return Math.max(x, lastX()) + 1;
  }

  /** Returns the first row of the source that is used. */
  int top() {
    return Math.min(y, lastY());
  }

  /** Returns the row after the last one that is used. */
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
