package dev.darkroom.image.rendition;

/** What becomes of a picture whose shape is not the box's. */
public enum Fit {
  /** All of it, within the box. */
  FIT,
  /** All of the box, with the part of the picture that draws the eye. */
  COVER,
  /**
   * All of both: what the picture leaves of the box is white, or transparent if it is so itself.
   */
  PAD
}
