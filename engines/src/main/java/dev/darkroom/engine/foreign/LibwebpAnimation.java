package dev.darkroom.engine.foreign;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** libwebp's {@code WebPAnimEncoder} ({@code webp/mux.h}). Those that may fail give false. */
final class LibwebpAnimation {
  private static final MethodHandle INIT_OPTIONS =
      Library.function(
          "WebPAnimEncoderOptionsInitInternal", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));
  private static final MethodHandle NEW =
      Library.function(
          "WebPAnimEncoderNewInternal",
          FunctionDescriptor.of(ADDRESS, JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT));
  private static final MethodHandle ADD =
      Library.function(
          "WebPAnimEncoderAdd",
          FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_INT, ADDRESS));
  private static final MethodHandle ASSEMBLE =
      Library.function(
          "WebPAnimEncoderAssemble", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS));
  private static final MethodHandle ERROR =
      Library.function("WebPAnimEncoderGetError", FunctionDescriptor.of(ADDRESS, ADDRESS));
  private static final MethodHandle DELETE =
      Library.function("WebPAnimEncoderDelete", FunctionDescriptor.ofVoid(ADDRESS));
  private static final MethodHandle FREE =
      Library.function("WebPFree", FunctionDescriptor.ofVoid(ADDRESS));

  private LibwebpAnimation() {}

  static void initializeOptions(MemorySegment options) {
    try {
      if ((int) INIT_OPTIONS.invokeExact(options, WebpStruct.MUX_ABI) == 0) {
        throw new TurboFault("libwebp's muxer has another ABI");
      }
    } catch (Throwable e) {
      throw Foreign.fault(e);
    }
  }

  /** An encoder, or null for want of memory. */
  static MemorySegment create(int width, int height, MemorySegment options) {
    try {
      return (MemorySegment) NEW.invokeExact(width, height, options, WebpStruct.MUX_ABI);
    } catch (Throwable e) {
      throw Foreign.fault(e);
    }
  }

  /**
   * @param picture to be shown from this time on; null tells that nothing follows
   * @param timestamp in milliseconds from the start
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
   * @param data gets the file, whose bytes are to be {@link #free freed}
   */
  static boolean assemble(MemorySegment encoder, MemorySegment data) {
    try {
      return (int) ASSEMBLE.invokeExact(encoder, data) != 0;
    } catch (Throwable e) {
      throw Foreign.fault(e);
    }
  }

  /** What the last call failed with. */
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
