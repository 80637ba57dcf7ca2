package dev.darkroom.engine.foreign;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** Binds libwebp's encoding functions ({@code webp/encode.h}); those that may fail return false. */
final class LibwebpEncoder {
  /** The {@code writer} function of a picture whose file is written to memory. */
  static final MemorySegment MEMORY_WRITE = SharedLibrary.address("WebPMemoryWrite");

  private static final MethodHandle INIT_CONFIG =
      SharedLibrary.function(
          "WebPConfigInitInternal",
          FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, JAVA_FLOAT, JAVA_INT));
  private static final MethodHandle INIT_PICTURE =
      SharedLibrary.function(
          "WebPPictureInitInternal", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));
  private static final MethodHandle IMPORT_BGRA = importer("WebPPictureImportBGRA");
  private static final MethodHandle IMPORT_BGRX = importer("WebPPictureImportBGRX");
  private static final MethodHandle ENCODE =
      SharedLibrary.function("WebPEncode", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS));
  private static final MethodHandle FREE_PICTURE = release("WebPPictureFree");
  private static final MethodHandle INIT_WRITER = release("WebPMemoryWriterInit");
  private static final MethodHandle CLEAR_WRITER = release("WebPMemoryWriterClear");

  private LibwebpEncoder() {}

  private static MethodHandle importer(String name) {
    return SharedLibrary.function(
        name, FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_INT));
  }

  private static MethodHandle release(String name) {
    return SharedLibrary.function(name, FunctionDescriptor.ofVoid(ADDRESS));
  }

  static void initializeConfig(MemorySegment config, float quality) {
    try {
      int usual = 0;
      if ((int) INIT_CONFIG.invokeExact(config, usual, quality, WebpStruct.ENCODER_ABI) == 0) {
        throw new LibraryFault("libwebp's encoder has another ABI");
      }
    } catch (Throwable e) {
      throw Foreign.fault(e);
    }
  }

  static void initializePicture(MemorySegment picture) {
    try {
      if ((int) INIT_PICTURE.invokeExact(picture, WebpStruct.ENCODER_ABI) == 0) {
        throw new LibraryFault("libwebp's encoder has another ABI");
      }
    } catch (Throwable e) {
      throw Foreign.fault(e);
    }
  }

  static boolean importPixels(
      MemorySegment picture, MemorySegment pixels, int stride, boolean opaque) {
    try {
      int done =
          opaque
              ? (int) IMPORT_BGRX.invokeExact(picture, pixels, stride)
              : (int) IMPORT_BGRA.invokeExact(picture, pixels, stride);
      return done != 0;
    } catch (Throwable e) {
      throw Foreign.fault(e);
    }
  }

  static boolean encode(MemorySegment config, MemorySegment picture) {
    try {
      return (int) ENCODE.invokeExact(config, picture) != 0;
    } catch (Throwable e) {
      throw Foreign.fault(e);
    }
  }

  static void freePicture(MemorySegment picture) {
    call(FREE_PICTURE, picture);
  }

  static void initializeWriter(MemorySegment writer) {
    call(INIT_WRITER, writer);
  }

  static void clearWriter(MemorySegment writer) {
    call(CLEAR_WRITER, writer);
  }

  private static void call(MethodHandle function, MemorySegment argument) {
    try {
      function.invokeExact(argument);
    } catch (Throwable e) {
      throw Foreign.fault(e);
    }
  }
}
