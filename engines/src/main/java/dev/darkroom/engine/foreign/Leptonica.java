package dev.darkroom.engine.foreign;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** Binds Leptonica's functions that read, inspect and free a picture ({@code PIX}). */
final class Leptonica {
  /** {@code L_SEVERITY_NONE}: keeps Leptonica from writing to standard error. */
  private static final int SILENT = 6;

  /** {@code L_JPEG_CONTINUE_WITH_BAD_DATA}. */
  private static final int DESPITE_DAMAGE = 2;

  private static final MethodHandle SET_SEVERITY =
      SharedLibrary.function("setMsgSeverity", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
  private static final MethodHandle READ_JPEG =
      SharedLibrary.function(
          "pixReadMemJpeg",
          FunctionDescriptor.of(
              ADDRESS, ADDRESS, JAVA_LONG, JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT));
  private static final MethodHandle DESTROY =
      SharedLibrary.function("pixDestroy", FunctionDescriptor.ofVoid(ADDRESS));
  private static final MethodHandle WIDTH = number("pixGetWidth");
  private static final MethodHandle HEIGHT = number("pixGetHeight");
  private static final MethodHandle DEPTH = number("pixGetDepth");
  private static final MethodHandle WORDS_A_LINE = number("pixGetWpl");
  private static final MethodHandle DATA =
      SharedLibrary.function("pixGetData", FunctionDescriptor.of(ADDRESS, ADDRESS));

  static {
    silence();
  }

  private Leptonica() {}

  private static MethodHandle number(String name) {
    return SharedLibrary.function(name, FunctionDescriptor.of(JAVA_INT, ADDRESS));
  }

  private static void silence() {
    try {
      int before = (int) SET_SEVERITY.invokeExact(SILENT);
      assert before >= 0;
    } catch (Throwable e) {
      throw Foreign.fault(e);
    }
  }

  /**
   * Decodes a JPEG file.
   *
   * @param reduction 1, 2, 4 or 8
   * @param warnings receives libjpeg's number of warnings, an {@code int}
   * @return a PIX, or null if the file could not be decoded
   */
  static MemorySegment readJpeg(MemorySegment file, int reduction, MemorySegment warnings) {
    try {
      return (MemorySegment)
          READ_JPEG.invokeExact(file, file.byteSize(), 0, reduction, warnings, DESPITE_DAMAGE);
    } catch (Throwable e) {
      throw Foreign.fault(e);
    }
  }

  /**
   * Frees a picture.
   *
   * @param holder memory that holds the pointer to the PIX
   */
  static void destroy(MemorySegment holder) {
    try {
      DESTROY.invokeExact(holder);
    } catch (Throwable e) {
      throw Foreign.fault(e);
    }
  }

  static int width(MemorySegment pix) {
    return number(WIDTH, pix);
  }

  static int height(MemorySegment pix) {
    return number(HEIGHT, pix);
  }

  /** Returns a picture's bits per pixel. */
  static int depth(MemorySegment pix) {
    return number(DEPTH, pix);
  }

  /** Returns a picture's 32-bit words, line by line; each line starts a new word. */
  static MemorySegment words(MemorySegment pix) {
    try {
      var data = (MemorySegment) DATA.invokeExact(pix);
      return Foreign.bytes(data, 4L * number(WORDS_A_LINE, pix) * height(pix));
    } catch (Throwable e) {
      throw Foreign.fault(e);
    }
  }

  private static int number(MethodHandle function, MemorySegment pix) {
    try {
      return (int) function.invokeExact(pix);
    } catch (Throwable e) {
      throw Foreign.fault(e);
    }
  }
}
