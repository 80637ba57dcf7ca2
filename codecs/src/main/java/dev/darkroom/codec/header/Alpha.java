package dev.darkroom.codec.header;

/** Whether pixels may be transparent, and how their colours are then stored. */
public enum Alpha {
  NONE,
  /** Colours as if opaque. */
  STRAIGHT,
  /** Colours already multiplied by alpha (TIFF 6.0, section 18: "associated"). */
  PREMULTIPLIED
}
