package dev.darkroom.codec;

/**
 * Tells a decoder when to give up. Decoders call {@link #check} once a line, block or frame, so
 * that no file can hold them much longer than the limit.
 */
@FunctionalInterface
public interface TimeLimit {
  /** Never passes. */
  TimeLimit NONE = () -> false;

  boolean passed();

  /**
   * @throws OutOfTime if the limit has passed
   */
  default void check() throws OutOfTime {
    if (passed()) {
      throw new OutOfTime();
    }
  }
}
