package dev.darkroom.codec.icc;

import dev.darkroom.codec.Malformed;

/** What an ICC profile is good for. Its name is what people call it: "Display P3", or empty. */
public sealed interface IccProfile {
  String name();

  /** Red, green and blue by curves and a matrix. */
  record Matrix(String name, ToSrgb conversion) implements IccProfile {}

  /** Gray by a curve; for pixels whose red, green and blue are that gray. */
  record Gray(String name, ToSrgb conversion) implements IccProfile {}

  /** The same as sRGB, within one level: nothing is to be done. */
  record SameAsSrgb(String name) implements IccProfile {}

  /** What it says needs tables, and a color management system that has them. */
  record NeedsTable(String name, Space space) implements IccProfile {}

  /**
   * No profile that could be used.
   *
   * @param reason what is wrong, in words
   */
  record Damaged(String reason) implements IccProfile {
    @Override
    public String name() {
      return "";
    }
  }

  /** Of the samples that a profile is for. */
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
   * @param profile all of its bytes
   */
  static IccProfile parse(byte[] profile) {
    try {
      return new IccReader(profile).read();
    } catch (Malformed e) {
      return new Damaged(e.reason() + " at byte " + e.offset());
    }
  }
}
