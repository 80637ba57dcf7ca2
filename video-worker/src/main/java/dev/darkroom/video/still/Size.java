package dev.darkroom.video.still;

/** Width and height of a picture, in pixels. */
public record Size(int width, int height) {
  /** Shrinks this size to fit a square of this edge; returns it unchanged if it fits already. */
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
