package dev.darkroom.codec.header;

/** Whether pixels may be transparent, and how their colors are stored then. */
public enum Alpha {
  NONE,
  /** Colors are stored as if opaque. */
  STRAIGHT,
  /** Colors are stored multiplied by alpha (TIFF 6.0, section 18: "associated"). */
  PREMULTIPLIED
}
