package dev.darkroom.codec.header;

/** Whether pixels may be transparent, and how their colors are then stored. */
public enum Alpha {
  NONE,
  /** Colors as if opaque. */
  STRAIGHT,
  /** Colors already multiplied by alpha (TIFF 6.0, section 18: "associated"). */
  PREMULTIPLIED
}
