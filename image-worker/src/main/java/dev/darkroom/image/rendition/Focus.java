package dev.darkroom.image.rendition;

/**
 * Where a picture draws the eye.
 *
 * @param x as a part of the width, 0 to 1
 * @param y as a part of the height
 */
public record Focus(double x, double y) {
  public static final Focus MIDDLE = new Focus(0.5, 0.5);
}
