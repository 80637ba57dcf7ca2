package dev.darkroom.codec.icc;

import dev.darkroom.codec.Malformed;

/** An ICC profile, by the way in which it is converted to sRGB. */
public sealed interface IccProfile {
  /** Returns the name that people know it by, such as "Display P3"; empty if it has none. */
  String name();

  /** A profile of RGB by curves and a matrix. */
  record Matrix(String name, ToSrgb conversion) implements IccProfile {}

  /** A profile of gray by a curve; converts pixels whose red, green and blue are that gray. */
  record Gray(String name, ToSrgb conversion) implements IccProfile {}

  /** A profile that equals sRGB within one level of 255, and needs no conversion. */
  record SameAsSrgb(String name) implements IccProfile {}

  /** A profile of tables, which need a color management system. */
  record NeedsTable(String name, Space space) implements IccProfile {}

  /**
   * A profile that cannot be used.
   *
   * @param reason what is wrong, for people
   */
  record Damaged(String reason) implements IccProfile {
    @Override
    public String name() {
      return "";
    }
  }

  /** The color space of the samples that a profile describes. */
  enum Space {
    GRAY,
    RGB,
    CMYK,
    LAB,
    OTHER
  }

  /**
   * Reads a profile of version 2 or 4.
   *
   * @param profile the whole profile
   */
  static IccProfile parse(byte[] profile) {
    try {
      return new IccReader(profile).read();
    } catch (Malformed e) {
      return new Damaged(e.reason() + " at byte " + e.offset());
    }
  }
}
