package dev.darkroom.codec.header;

/** The outcome of inspecting a picture's header. */
public sealed interface Inspection permits Header, Inspection.Damaged, Inspection.NeedMore {

  /**
   * The file breaks its own format.
   *
   * @param offset where in the file, in bytes
   * @param reason what is wrong, without the offset
   */
  record Damaged(long offset, String reason) implements Inspection {}

  /**
   * The header is not complete within the given bytes.
   *
   * @param bytes how many of the file's first bytes to give next time, at least; more than before
   */
  record NeedMore(long bytes) implements Inspection {}
}
