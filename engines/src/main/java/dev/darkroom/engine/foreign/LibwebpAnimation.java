package dev.darkroom.engine.foreign;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * Binds libwebp's {@code WebPAnimEncoder} ({@code webp/mux.h}); calls that may fail return false.
 */
final class LibwebpAnimation {
  private static final MethodHandle INIT_OPTIONS =
      SharedLibrary.function(
          "WebPAnimEncoderOptionsInitInternal", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));
  private static final MethodHandle NEW =
      SharedLibrary.function(
          "WebPAnimEncoderNewInternal",
          FunctionDescriptor.of(ADDRESS, JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT));
  private static final MethodHandle ADD =
      SharedLibrary.function(
          "WebPAnimEncoderAdd",
          FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_INT, ADDRESS));
  private static final MethodHandle ASSEMBLE =
      SharedLibrary.function(
          "WebPAnimEncoderAssemble", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS));
  private static final MethodHandle ERROR =
      SharedLibrary.function("WebPAnimEncoderGetError", FunctionDescriptor.of(ADDRESS, ADDRESS));
  private static final MethodHandle DELETE =
      SharedLibrary.function("WebPAnimEncoderDelete", FunctionDescriptor.ofVoid(ADDRESS));
  private static final MethodHandle FREE =
      SharedLibrary.function("WebPFree", FunctionDescriptor.ofVoid(ADDRESS));

  private LibwebpAnimation() {}

  static void initializeOptions(MemorySegment options) {
    try {
      if ((int) INIT_OPTIONS.invokeExact(options, WebpStruct.MUX_ABI) == 0) {
        throw new LibraryFault("libwebp's muxer has another ABI");
      }
    } catch (Throwable e) {
      throw Foreign.fault(e);
    }
  }

  /** Creates an encoder, or null for lack of memory. */
  static MemorySegment create(int width, int height, MemorySegment options) {
    try {
      return (MemorySegment) NEW.invokeExact(width, height, options, WebpStruct.MUX_ABI);
    } catch (Throwable e) {
      throw Foreign.fault(e);
    }
  }

  /**
   * Appends a picture.
   *
   * @param picture the picture shown from this time on, or null after the last one
   * @param timestamp milliseconds from the start
   */
  static boolean add(
      MemorySegment encoder, MemorySegment picture, int timestamp, MemorySegment config) {
    try {
      return (int) ADD.invokeExact(encoder, picture, timestamp, config) != 0;
    } catch (Throwable e) {
      throw Foreign.fault(e);
    }
  }

  /**
   * Assembles the file.
   *
   * @param data receives the file, whose bytes the caller {@link #free frees}
   */
  static boolean assemble(MemorySegment encoder, MemorySegment data) {
    try {
      return (int) ASSEMBLE.invokeExact(encoder, data) != 0;
    } catch (Throwable e) {
      throw Foreign.fault(e);
    }
  }

  /** Returns why the last call failed. */
  static String error(MemorySegment encoder) {
    try {
      return Foreign.text((MemorySegment) ERROR.invokeExact(encoder));
    } catch (Throwable e) {
      throw Foreign.fault(e);
    }
  }

  static void delete(MemorySegment encoder) {
    call(DELETE, encoder);
  }

  static void free(MemorySegment memory) {
    call(FREE, memory);
  }

  private static void call(MethodHandle function, MemorySegment argument) {
    try {
      function.invokeExact(argument);
    } catch (Throwable e) {
      throw Foreign.fault(e);
    }
  }
}
