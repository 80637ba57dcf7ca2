package dev.darkroom.video.still;

/** Width and height of a picture, in pixels. */
public record Size(int width, int height) {
  /** The same shape in a square box, unless it is smaller already. */
  public Size within(int edge) {
    double scale = Math.min(1, edge / (double) Math.max(width, height));
    return new Size(
        Math.max(1, (int) Math.round(width * scale)),
        Math.max(1, (int) Math.round(height * scale)));
  }

  public Size transposed() {
    return new Size(height, width);
  }
}
