package dev.darkroom.engine.foreign;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;

/** Decodes animations with libwebp's own {@code WebPAnimDecoder}, from the system's library. */
final class AnimDecoder {
  private static final int DEMUX_ABI = 0x107;

  private AnimDecoder() {}

  /** Returns each picture's bytes: red, green, blue, alpha. */
  @SuppressWarnings("restricted")
  static List<byte[]> pictures(byte[] file, int width, int height) throws Throwable {
    try (var arena = Arena.ofConfined()) {
      SymbolLookup library = library(arena);
      MemorySegment data = arena.allocate(16, 8);
      data.set(ADDRESS, 0, arena.allocateFrom(JAVA_BYTE, file));
      data.set(JAVA_LONG, 8, file.length);
      var decoder =
          (MemorySegment)
              call(
                      library,
                      "WebPAnimDecoderNewInternal",
                      FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS, JAVA_INT))
                  .invokeExact(data, MemorySegment.NULL, DEMUX_ABI);
      MethodHandle more =
          call(library, "WebPAnimDecoderHasMoreFrames", FunctionDescriptor.of(JAVA_INT, ADDRESS));
      MethodHandle next =
          call(
              library,
              "WebPAnimDecoderGetNext",
              FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS));
      MemorySegment pixels = arena.allocate(ADDRESS);
      MemorySegment timestamp = arena.allocate(JAVA_INT);
      List<byte[]> pictures = new ArrayList<>();
      while ((int) more.invokeExact(decoder) != 0
          && (int) next.invokeExact(decoder, pixels, timestamp) != 0) {
        pictures.add(pixels.get(ADDRESS, 0).reinterpret(4L * width * height).toArray(JAVA_BYTE));
      }
      call(library, "WebPAnimDecoderDelete", FunctionDescriptor.ofVoid(ADDRESS))
          .invokeExact(decoder);
      return pictures;
    }
  }

  @SuppressWarnings("restricted")
  private static SymbolLookup library(Arena arena) {
    try {
      return SymbolLookup.libraryLookup("libwebpdemux.so.2", arena);
    } catch (IllegalArgumentException e) {
      assumeTrue(false, "no libwebpdemux");
      throw e;
    }
  }

  @SuppressWarnings("restricted")
  private static MethodHandle call(
      SymbolLookup library, String name, FunctionDescriptor descriptor) {
    return Linker.nativeLinker().downcallHandle(library.find(name).orElseThrow(), descriptor);
  }
}
