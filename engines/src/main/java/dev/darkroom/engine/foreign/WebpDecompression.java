package dev.darkroom.engine.foreign;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.darkroom.codec.picture.Bitmap;
import dev.darkroom.engine.foreign.WebpStruct.DecoderConfig;
import dev.darkroom.engine.foreign.WebpStruct.Features;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** Runs libwebp's decoder once over a file in native memory. */
final class WebpDecompression {
  private final Arena arena;
  private final MemorySegment file;

  WebpDecompression(Arena arena, MemorySegment file) {
    this.arena = arena;
    this.file = file;
  }

  Decoding decode(int width, int height, int scaledWidth, int scaledHeight) {
    MemorySegment features = arena.allocate(Features.SIZE, Long.BYTES);
    int status = LibwebpDecoder.features(file, features);
    if (status != LibwebpDecoder.OK) {
      return broken(status);
    }
    if (features.get(JAVA_INT, Features.HAS_ANIMATION) != 0) {
      return new Decoding.Unsupported("an animation");
    }
    int foundWidth = features.get(JAVA_INT, Features.WIDTH);
    int foundHeight = features.get(JAVA_INT, Features.HEIGHT);
    if (foundWidth != width || foundHeight != height) {
      return new Decoding.Broken(
          "%d×%d instead of %d×%d pixels".formatted(foundWidth, foundHeight, width, height));
    }
    boolean opaque = features.get(JAVA_INT, Features.HAS_ALPHA) == 0;
    int[] pixels = new int[Math.multiplyExact(scaledWidth, scaledHeight)];
    MemorySegment out = arena.allocate(4L * pixels.length, Integer.BYTES);
    MemorySegment config = config(out, scaledWidth, scaledHeight);
    boolean scaled = scaledWidth != width || scaledHeight != height;
    config.set(JAVA_INT, DecoderConfig.USE_SCALING, scaled ? 1 : 0);
    status = LibwebpDecoder.decode(file, config);
    // libwebp also reports lack of memory where uncompressed alpha ends too soon.
    boolean damaged = status != LibwebpDecoder.OK;
    if (damaged && (scaled || !decodeStart(out, 4 * width))) {
      return broken(status);
    }
    MemorySegment.copy(out, JAVA_INT, 0, pixels, 0, pixels.length);
    return new Decoding.Picture(new Bitmap(pixels, scaledWidth, scaledHeight, opaque), damaged);
  }

  private MemorySegment config(MemorySegment out, int scaledWidth, int scaledHeight) {
    MemorySegment config = arena.allocate(DecoderConfig.SIZE, Long.BYTES);
    LibwebpDecoder.initialize(config);
    config.set(JAVA_INT, DecoderConfig.COLORSPACE, WebpStruct.BGRA);
    config.set(JAVA_INT, DecoderConfig.EXTERNAL_MEMORY, 1);
    config.set(ADDRESS, DecoderConfig.RGBA, out);
    config.set(JAVA_INT, DecoderConfig.STRIDE, 4 * scaledWidth);
    config.set(JAVA_LONG, DecoderConfig.BYTES, out.byteSize());
    config.set(JAVA_INT, DecoderConfig.SCALED_WIDTH, scaledWidth);
    config.set(JAVA_INT, DecoderConfig.SCALED_HEIGHT, scaledHeight);
    return config;
  }

  /**
   * Decodes the rows before the damage, which libwebp's simple API discards.
   *
   * @return whether there is at least one row
   */
  private boolean decodeStart(MemorySegment out, int stride) {
    out.fill((byte) 0);
    MemorySegment decoder = LibwebpDecoder.incremental(out, stride);
    if (Foreign.isNull(decoder)) {
      throw new LibraryFault("libwebp has no memory for a decoder");
    }
    try {
      LibwebpDecoder.update(decoder, file);
      MemorySegment rows = arena.allocate(JAVA_INT);
      LibwebpDecoder.rows(decoder, rows);
      return rows.get(JAVA_INT, 0) > 0;
    } finally {
      LibwebpDecoder.delete(decoder);
    }
  }

  private static Decoding broken(int status) {
    return new Decoding.Broken(
        status == LibwebpDecoder.NOT_ENOUGH_DATA || status == LibwebpDecoder.SUSPENDED
            ? "the file ends too soon"
            : "libwebp can make nothing of it");
  }
}
