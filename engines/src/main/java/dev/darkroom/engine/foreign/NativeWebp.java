package dev.darkroom.engine.foreign;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.darkroom.codec.picture.Bitmap;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** Decodes and encodes still WebP pictures with libwebp. Stateless and thread-safe. */
public final class NativeWebp {
  /** Longest edge of a WebP, in pixels: 14 bits (RFC 9649, 2.5 and 2.6). */
  public static final int MAX_EDGE = 16_383;

  private NativeWebp() {}

  /**
   * Decodes a still picture, lossy or lossless, with its alpha.
   *
   * @param file a whole file, or the chunks of an animation's frame: {@code VP8L}, or {@code VP8 }
   *     after an optional {@code ALPH}
   * @param width width that the caller read from the header, in pixels
   * @param height height that the caller read from the header, in pixels
   */
  public static Decoding decode(byte[] file, int width, int height) {
    return decode(MemorySegment.ofArray(file), width, height, width, height);
  }

  /**
   * Decodes at a smaller size with libwebp's own scaler, which saves the memory of the whole
   * picture. It averages pixels, which looks good below half the size.
   *
   * @param width full width that the caller read from the header, in pixels
   * @param height full height that the caller read from the header, in pixels
   * @param scaledWidth width of the result, at most the full width
   * @param scaledHeight height of the result, at most the full height
   */
  public static Decoding decodeScaled(
      byte[] file, int width, int height, int scaledWidth, int scaledHeight) {
    if (scaledWidth < 1 || scaledHeight < 1 || scaledWidth > width || scaledHeight > height) {
      throw new IllegalArgumentException(
          "%d×%d from %d×%d".formatted(scaledWidth, scaledHeight, width, height));
    }
    return decode(MemorySegment.ofArray(file), width, height, scaledWidth, scaledHeight);
  }

  private static Decoding decode(
      MemorySegment file, int width, int height, int scaledWidth, int scaledHeight) {
    if (width < 1 || height < 1 || Math.max(width, height) > MAX_EDGE) {
      return new Decoding.Broken("no picture has %d×%d pixels".formatted(width, height));
    }
    try (var arena = Arena.ofConfined()) {
      MemorySegment data = arena.allocate(Math.max(1, file.byteSize())).copyFrom(file);
      return new WebpDecompression(arena, data.asSlice(0, file.byteSize()))
          .decode(width, height, scaledWidth, scaledHeight);
    }
  }

  /**
   * Encodes a file without metadata.
   *
   * @throws IllegalArgumentException if an edge is longer than {@link #MAX_EDGE}
   */
  public static byte[] encode(Bitmap bitmap, WebpOptions options) {
    if (Math.max(bitmap.width(), bitmap.height()) > MAX_EDGE) {
      throw new IllegalArgumentException(bitmap.width() + "×" + bitmap.height() + " pixels");
    }
    try (var arena = Arena.ofConfined();
        var picture = new WebpPicture(arena, bitmap, options.lossless())) {
      MemorySegment writer = arena.allocate(WebpStruct.MemoryWriter.SIZE_OF, Long.BYTES);
      LibwebpEncoder.initializeWriter(writer);
      MemorySegment struct = picture.struct();
      struct.set(ADDRESS, WebpStruct.Picture.WRITER, LibwebpEncoder.MEMORY_WRITE);
      struct.set(ADDRESS, WebpStruct.Picture.CUSTOM_PTR, writer);
      try {
        if (!LibwebpEncoder.encode(WebpPicture.config(arena, options), struct)) {
          int code = struct.get(JAVA_INT, WebpStruct.Picture.ERROR_CODE);
          throw new LibraryFault("libwebp's error " + code);
        }
        int length = Math.toIntExact(writer.get(JAVA_LONG, WebpStruct.MemoryWriter.SIZE));
        MemorySegment bytes = writer.get(ADDRESS, WebpStruct.MemoryWriter.MEM);
        return Foreign.bytes(bytes, length).toArray(JAVA_BYTE);
      } finally {
        LibwebpEncoder.clearWriter(writer);
      }
    }
  }
}
