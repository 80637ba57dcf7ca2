package dev.darkroom.engine.foreign;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** Binds the functions of libjpeg that compress ({@code jpeglib.h}), under their own names. */
final class Libjpeg {
  private static final MethodHandle STD_ERROR =
      SharedLibrary.function("jpeg_std_error", FunctionDescriptor.of(ADDRESS, ADDRESS));
  private static final MethodHandle CREATE =
      SharedLibrary.function(
          "jpeg_CreateCompress", FunctionDescriptor.ofVoid(ADDRESS, JAVA_INT, JAVA_LONG));
  private static final MethodHandle MEM_DEST =
      SharedLibrary.function("jpeg_mem_dest", FunctionDescriptor.ofVoid(ADDRESS, ADDRESS, ADDRESS));
  private static final MethodHandle SET_DEFAULTS = simple("jpeg_set_defaults");
  private static final MethodHandle SET_QUALITY =
      SharedLibrary.function(
          "jpeg_set_quality", FunctionDescriptor.ofVoid(ADDRESS, JAVA_INT, JAVA_INT));
  private static final MethodHandle SIMPLE_PROGRESSION = simple("jpeg_simple_progression");
  private static final MethodHandle START =
      SharedLibrary.function("jpeg_start_compress", FunctionDescriptor.ofVoid(ADDRESS, JAVA_INT));
  private static final MethodHandle WRITE_SCANLINES =
      SharedLibrary.function(
          "jpeg_write_scanlines", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_INT));
  private static final MethodHandle FINISH = simple("jpeg_finish_compress");
  private static final MethodHandle DESTROY = simple("jpeg_destroy_compress");
  private static final MethodHandle FREE = simple("lept_free");

  private Libjpeg() {}

  private static MethodHandle simple(String name) {
    return SharedLibrary.function(name, FunctionDescriptor.ofVoid(ADDRESS));
  }

  private static void call(MethodHandle function, MemorySegment argument) {
    try {
      function.invokeExact(argument);
    } catch (Throwable e) {
      throw Foreign.fault(e);
    }
  }

  static void stdError(MemorySegment manager) {
    try {
      var same = (MemorySegment) STD_ERROR.invokeExact(manager);
      assert same.address() == manager.address();
    } catch (Throwable e) {
      throw Foreign.fault(e);
    }
  }

  static void create(MemorySegment compression, int version, long structSize) {
    try {
      CREATE.invokeExact(compression, version, structSize);
    } catch (Throwable e) {
      throw Foreign.fault(e);
    }
  }

  /**
   * Directs the output to memory that libjpeg allocates.
   *
   * @param file receives the pointer to the output, to be freed with {@link #free}
   * @param size receives the output's length, in bytes
   */
  static void memoryDestination(MemorySegment compression, MemorySegment file, MemorySegment size) {
    try {
      MEM_DEST.invokeExact(compression, file, size);
    } catch (Throwable e) {
      throw Foreign.fault(e);
    }
  }

  static void setDefaults(MemorySegment compression) {
    call(SET_DEFAULTS, compression);
  }

  static void setQuality(MemorySegment compression, int quality) {
    try {
      int forBaseline = 1;
      SET_QUALITY.invokeExact(compression, quality, forBaseline);
    } catch (Throwable e) {
      throw Foreign.fault(e);
    }
  }

  static void simpleProgression(MemorySegment compression) {
    call(SIMPLE_PROGRESSION, compression);
  }

  static void start(MemorySegment compression) {
    try {
      int allTables = 1;
      START.invokeExact(compression, allTables);
    } catch (Throwable e) {
      throw Foreign.fault(e);
    }
  }

  /**
   * Compresses rows of pixels.
   *
   * @param rows pointers to the rows
   * @return how many rows were compressed
   */
  static int writeScanlines(MemorySegment compression, MemorySegment rows, int count) {
    try {
      return (int) WRITE_SCANLINES.invokeExact(compression, rows, count);
    } catch (Throwable e) {
      throw Foreign.fault(e);
    }
  }

  static void finish(MemorySegment compression) {
    call(FINISH, compression);
  }

  static void destroy(MemorySegment compression) {
    call(DESTROY, compression);
  }

  /** Frees memory that C allocated. */
  static void free(MemorySegment memory) {
    call(FREE, memory);
  }
}
