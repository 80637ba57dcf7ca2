package dev.darkroom.image.rendition;

/**
 * The point of a picture that draws the eye.
 *
 * @param x 0 (left) to 1 (right)
 * @param y 0 (top) to 1 (bottom)
 */
public record Focus(double x, double y) {
  public static final Focus MIDDLE = new Focus(0.5, 0.5);
}
