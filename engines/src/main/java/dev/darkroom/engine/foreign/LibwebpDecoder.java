package dev.darkroom.engine.foreign;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * Binds libwebp's decoding functions ({@code webp/decode.h}). They return a {@code VP8StatusCode},
 * of which only {@link #OK} is reliable: damaged files are reported as lack of memory, too.
 */
final class LibwebpDecoder {
  static final int OK = 0;
  static final int SUSPENDED = 5;
  static final int NOT_ENOUGH_DATA = 7;

  private static final MethodHandle GET_FEATURES =
      SharedLibrary.function(
          "WebPGetFeaturesInternal",
          FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, ADDRESS, JAVA_INT));
  private static final MethodHandle INIT_CONFIG =
      SharedLibrary.function(
          "WebPInitDecoderConfigInternal", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));
  private static final MethodHandle DECODE =
      SharedLibrary.function(
          "WebPDecode", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, ADDRESS));
  private static final MethodHandle NEW_INCREMENTAL =
      SharedLibrary.function(
          "WebPINewRGB", FunctionDescriptor.of(ADDRESS, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));
  private static final MethodHandle UPDATE =
      SharedLibrary.function(
          "WebPIUpdate", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG));
  private static final MethodHandle ROWS =
      SharedLibrary.function(
          "WebPIDecGetRGB",
          FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS));
  private static final MethodHandle DELETE =
      SharedLibrary.function("WebPIDelete", FunctionDescriptor.ofVoid(ADDRESS));

  private LibwebpDecoder() {}

  static int features(MemorySegment file, MemorySegment features) {
    try {
      return (int)
          GET_FEATURES.invokeExact(file, file.byteSize(), features, WebpStruct.DECODER_ABI);
    } catch (Throwable e) {
      throw Foreign.fault(e);
    }
  }

  static void initialize(MemorySegment config) {
    try {
      if ((int) INIT_CONFIG.invokeExact(config, WebpStruct.DECODER_ABI) == 0) {
        throw new LibraryFault("libwebp's decoder has another ABI");
      }
    } catch (Throwable e) {
      throw Foreign.fault(e);
    }
  }

  static int decode(MemorySegment file, MemorySegment config) {
    try {
      return (int) DECODE.invokeExact(file, file.byteSize(), config);
    } catch (Throwable e) {
      throw Foreign.fault(e);
    }
  }

  /** Creates a decoder that writes each row as soon as it is known, or null for lack of memory. */
  static MemorySegment incremental(MemorySegment pixels, int stride) {
    try {
      return (MemorySegment)
          NEW_INCREMENTAL.invokeExact(WebpStruct.BGRA, pixels, pixels.byteSize(), stride);
    } catch (Throwable e) {
      throw Foreign.fault(e);
    }
  }

  static int update(MemorySegment decoder, MemorySegment file) {
    try {
      return (int) UPDATE.invokeExact(decoder, file, file.byteSize());
    } catch (Throwable e) {
      throw Foreign.fault(e);
    }
  }

  /**
   * Counts the rows that the decoder has written.
   *
   * @param rows receives the number of rows, from the top, an {@code int}
   */
  static void rows(MemorySegment decoder, MemorySegment rows) {
    try {
      MemorySegment none = MemorySegment.NULL;
      var pixels = (MemorySegment) ROWS.invokeExact(decoder, rows, none, none, none);
      if (Foreign.isNull(pixels)) {
        rows.set(JAVA_INT, 0, 0);
      }
    } catch (Throwable e) {
      throw Foreign.fault(e);
    }
  }

  static void delete(MemorySegment decoder) {
    try {
      DELETE.invokeExact(decoder);
    } catch (Throwable e) {
      throw Foreign.fault(e);
    }
  }
}
