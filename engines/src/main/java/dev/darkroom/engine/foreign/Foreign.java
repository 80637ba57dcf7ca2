package dev.darkroom.engine.foreign;

import java.lang.foreign.MemorySegment;

/** Reading memory that C has handed out. */
final class Foreign {
  /** More than any string that is read here. */
  private static final int TEXT_LIMIT = 4096;

  private Foreign() {}

  static boolean isNull(MemorySegment pointer) {
    return pointer.address() == 0;
  }

  /** The bytes behind a pointer: the caller answers for there being so many. */
  @SuppressWarnings(
      "restricted") // C's pointers have no length; each caller states where it is from
  static MemorySegment bytes(MemorySegment pointer, long length) {
    if (isNull(pointer)) {
      throw new TurboFault("a null pointer where there must be none");
    }
    return pointer.reinterpret(length);
  }

  /** A string that ends with a zero byte. */
  static String text(MemorySegment pointer) {
    return isNull(pointer) ? "" : bytes(pointer, TEXT_LIMIT).getString(0);
  }

  /** Of an exception that leaves a call: none is declared by any function of the library. */
  static RuntimeException fault(Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    return thrown instanceof TurboFault fault
        ? fault
        : new TurboFault("a call of the library failed", thrown);
  }
}
