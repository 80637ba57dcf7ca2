package dev.darkroom.engine.foreign;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.darkroom.codec.picture.Bitmap;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;

/** Owns a {@code WebPPicture} that holds a bitmap's pixels. */
final class WebpPicture implements AutoCloseable {
  private final MemorySegment struct;

  /**
   * @param arena allocates the struct; libwebp allocates the pixels
   * @param argb whether libwebp keeps the pixels as ARGB; otherwise as Y, U and V
   */
  WebpPicture(SegmentAllocator arena, Bitmap bitmap, boolean argb) {
    this.struct = arena.allocate(WebpStruct.Picture.SIZE, Long.BYTES);
    LibwebpEncoder.initializePicture(struct);
    struct.set(JAVA_INT, WebpStruct.Picture.USE_ARGB, argb ? 1 : 0);
    struct.set(JAVA_INT, WebpStruct.Picture.WIDTH, bitmap.width());
    struct.set(JAVA_INT, WebpStruct.Picture.HEIGHT, bitmap.height());
    try (var copies = Arena.ofConfined()) {
      MemorySegment pixels = copies.allocateFrom(JAVA_INT, bitmap.pixels());
      int stride = bitmap.width() * Integer.BYTES;
      if (!LibwebpEncoder.importPixels(struct, pixels, stride, bitmap.opaque())) {
        throw new LibraryFault("libwebp has no memory for the picture");
      }
    }
  }

  /** Allocates a {@code WebPConfig}. */
  static MemorySegment config(SegmentAllocator arena, WebpOptions options) {
    MemorySegment config = arena.allocate(WebpStruct.Config.SIZE, Long.BYTES);
    LibwebpEncoder.initializeConfig(config, options.quality());
    config.set(JAVA_INT, WebpStruct.Config.LOSSLESS, options.lossless() ? 1 : 0);
    config.set(JAVA_INT, WebpStruct.Config.METHOD, options.method());
    config.set(JAVA_INT, WebpStruct.Config.ALPHA_QUALITY, options.alphaQuality());
    return config;
  }

  MemorySegment struct() {
    return struct;
  }

  @Override
  public void close() {
    LibwebpEncoder.freePicture(struct);
  }
}
