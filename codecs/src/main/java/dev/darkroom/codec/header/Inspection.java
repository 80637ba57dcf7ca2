package dev.darkroom.codec.header;

/** How looking at a header can turn out. */
public sealed interface Inspection permits Header, Inspection.Damaged, Inspection.NeedMore {

  /**
   * The file breaks its own format.
   *
   * @param offset where, in bytes
   * @param reason what is wrong, without the place
   */
  record Damaged(long offset, String reason) implements Inspection {}

  /**
   * The figures lie further behind.
   *
   * @param bytes how many of the file's first bytes have to be given at least; more than there were
   */
  record NeedMore(long bytes) implements Inspection {}
}
