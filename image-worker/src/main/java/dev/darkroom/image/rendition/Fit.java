package dev.darkroom.image.rendition;

/** How a picture fills a box of another shape. */
public enum Fit {
  /** The whole picture, within the box. */
  FIT,
  /** The whole box, filled with the part of the picture that draws the eye. */
  COVER,
  /**
   * The whole picture in the whole box; the rest is white, or transparent if the picture has alpha.
   */
  PAD
}
