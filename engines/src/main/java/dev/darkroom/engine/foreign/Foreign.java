package dev.darkroom.engine.foreign;

import java.lang.foreign.MemorySegment;

/** Reads memory that C returned, and turns what a call threw into faults. */
final class Foreign {
  /** Longest string that is read, in bytes. */
  private static final int TEXT_LIMIT = 4096;

  private Foreign() {}

  static boolean isNull(MemorySegment pointer) {
    return pointer.address() == 0;
  }

  /** Returns the bytes at a pointer; the caller guarantees their number. */
  @SuppressWarnings("restricted") // C's pointers have no length; each caller knows it
  static MemorySegment bytes(MemorySegment pointer, long length) {
    if (isNull(pointer)) {
      throw new LibraryFault("a null pointer where there must be none");
    }
    return pointer.reinterpret(length);
  }

  /** Reads a string that ends with a zero byte. */
  static String text(MemorySegment pointer) {
    return isNull(pointer) ? "" : bytes(pointer, TEXT_LIMIT).getString(0);
  }

  /** Wraps what a call threw, although no function of the library throws. */
  static RuntimeException fault(Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    return thrown instanceof LibraryFault fault
        ? fault
        : new LibraryFault("a call of the library failed", thrown);
  }
}
