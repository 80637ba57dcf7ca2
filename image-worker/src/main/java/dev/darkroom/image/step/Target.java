package dev.darkroom.image.step;

import java.awt.Rectangle;

/**
 * What one rendition takes of a picture, and how large it becomes: never larger than that.
 *
 * @param source the part of the picture, in its pixels
 */
record Target(Rectangle source, int width, int height) {

  static Target of(RenditionSpec spec, int width, int height) {
    return switch (spec.mode()) {
      case FIT -> fit(spec, width, height);
      case COVER -> cover(spec, width, height);
    };
  }

  private static Target fit(RenditionSpec spec, int width, int height) {
    double scale =
        Math.min(1, Math.min((double) spec.width() / width, (double) spec.height() / height));
    return new Target(new Rectangle(width, height), scaled(width, scale), scaled(height, scale));
  }

  /** A box that is larger than the picture shrinks in its own shape until the picture covers it. */
  private static Target cover(RenditionSpec spec, int width, int height) {
    double room = Math.min((double) width / spec.width(), (double) height / spec.height());
    int sourceWidth = Math.min(width, scaled(spec.width(), room));
    int sourceHeight = Math.min(height, scaled(spec.height(), room));
    var middle =
        new Rectangle(
            (width - sourceWidth) / 2, (height - sourceHeight) / 2, sourceWidth, sourceHeight);
    double shrink = Math.min(1, room);
    return new Target(
        middle,
        Math.min(sourceWidth, scaled(spec.width(), shrink)),
        Math.min(sourceHeight, scaled(spec.height(), shrink)));
  }

  private static int scaled(int length, double factor) {
    return Math.max(1, (int) Math.round(length * factor));
  }
}
