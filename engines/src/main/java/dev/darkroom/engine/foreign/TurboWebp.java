package dev.darkroom.engine.foreign;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.darkroom.codec.picture.Bitmap;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** WebP still pictures through libwebp. Stateless; any number of threads may use it at once. */
public final class TurboWebp {
  /** {@code WEBP_MAX_DIMENSION}: 14 bits (RFC 9649, 2.5 and 2.6). */
  public static final int MAX_EDGE = 16_383;

  private TurboWebp() {}

  /**
   * Decodes a still picture, lossy or lossless, with its alpha.
   *
   * @param file a whole file, or what a frame of an animation holds: a {@code VP8L} chunk, or a
   *     {@code VP8 } chunk after an {@code ALPH} one if there is alpha
   * @param width as the caller read it from the header, and decided to decode
   */
  public static Decoding decode(byte[] file, int width, int height) {
    return decode(MemorySegment.ofArray(file), width, height, width, height);
  }

  /**
   * Decodes to another size, by libwebp's own scaler, which averages: good for less than half the
   * size, and for saving the memory of the whole picture.
   *
   * @param width of the whole picture, as the caller read it from the header
   * @param scaledWidth no more than that
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
   * Encodes to a file with nothing but the picture in it.
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
          throw new TurboFault("libwebp's error " + code);
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
