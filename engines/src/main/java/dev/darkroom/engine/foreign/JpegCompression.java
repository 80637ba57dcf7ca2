package dev.darkroom.engine.foreign;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.darkroom.codec.picture.Bitmap;
import dev.darkroom.engine.foreign.JpegOptions.Subsampling;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * Runs libjpeg's compressor once.
 *
 * <p>libjpeg's standard error manager ends the process. No Java function can replace it, because an
 * error handler must neither return nor throw. So no call may fail. libjpeg's compressor refuses
 * only:
 *
 * <ul>
 *   <li>parameters: width and height (checked by the callers), sampling, scan script, color space,
 *       struct version and size (constants here, against a library whose version was checked);
 *   <li>coefficients of more than 10 bits ({@code JERR_BAD_DCT_COEF}): 8-bit samples give at most
 *       928, and differences of DC at most 2,040, which 11 bits hold;
 *   <li>optimized Huffman codes longer than 32 bits ({@code JERR_HUFF_CLEN_OVERFLOW}): one of 33
 *       needs as many symbols as the 35th Fibonacci number. Larger pictures get the tables of ITU-T
 *       T.81, Annex K, which have a code for every symbol, and are never progressive;
 *   <li>lack of memory, which would end the JVM itself.
 * </ul>
 *
 * None of them depends on the pixels.
 */
final class JpegCompression implements AutoCloseable {
  /** Rows per call: few enough to stay in a core's cache. */
  private static final int STRIP = 16;

  private static final int FIBONACCI_35 = 9_227_465;
  private static final int BLOCK = 8;

  private final Arena arena = Arena.ofConfined();
  private final MemorySegment struct = arena.allocate(JpegStruct.SIZE, Long.BYTES);
  private final MemorySegment file = arena.allocate(ADDRESS);
  private final MemorySegment size = arena.allocate(JAVA_LONG);

  JpegCompression() {
    MemorySegment errors = arena.allocate(JpegStruct.ERROR_MANAGER_SIZE, Long.BYTES);
    Libjpeg.stdError(errors);
    struct.set(ADDRESS, JpegStruct.ERR, errors);
    Libjpeg.create(struct, JpegStruct.LIB_VERSION, JpegStruct.SIZE);
  }

  byte[] encode(Bitmap picture, JpegOptions options) {
    Libjpeg.memoryDestination(struct, file, size);
    struct.set(JAVA_INT, JpegStruct.IMAGE_WIDTH, picture.width());
    struct.set(JAVA_INT, JpegStruct.IMAGE_HEIGHT, picture.height());
    struct.set(JAVA_INT, JpegStruct.INPUT_COMPONENTS, Integer.BYTES);
    struct.set(JAVA_INT, JpegStruct.IN_COLOR_SPACE, JpegStruct.BGRX);
    Libjpeg.setDefaults(struct);
    Libjpeg.setQuality(struct, options.quality());
    subsample(options.subsampling());
    if (symbols(picture, options.subsampling()) < FIBONACCI_35) {
      struct.set(JAVA_INT, JpegStruct.OPTIMIZE_CODING, 1);
      if (options.progressive()) {
        Libjpeg.simpleProgression(struct);
      }
    }
    Libjpeg.start(struct);
    write(picture);
    Libjpeg.finish(struct);
    try {
      int length = Math.toIntExact(size.get(JAVA_LONG, 0));
      return Foreign.bytes(file.get(ADDRESS, 0), length).toArray(JAVA_BYTE);
    } finally {
      Libjpeg.free(file.get(ADDRESS, 0));
    }
  }

  /** Sets luma's sampling; libjpeg's default is 2×2 for luma and 1×1 for chroma. */
  private void subsample(Subsampling subsampling) {
    if (subsampling == Subsampling.NONE) {
      MemorySegment luma =
          Foreign.bytes(struct.get(ADDRESS, JpegStruct.COMP_INFO), JpegStruct.V_SAMP_FACTOR + 4);
      luma.set(JAVA_INT, JpegStruct.H_SAMP_FACTOR, 1);
      luma.set(JAVA_INT, JpegStruct.V_SAMP_FACTOR, 1);
    }
  }

  /**
   * Returns the most symbols that one Huffman table can have to code: all coefficients of luma, or
   * of Cb and Cr, which share a table, and one that libjpeg adds.
   */
  private static long symbols(Bitmap picture, Subsampling subsampling) {
    long wide = Math.ceilDiv(picture.width(), 2 * BLOCK) * 2L * BLOCK;
    long high = Math.ceilDiv(picture.height(), 2 * BLOCK) * 2L * BLOCK;
    return wide * high * (subsampling == Subsampling.NONE ? 2 : 1) + 1;
  }

  private void write(Bitmap picture) {
    long stride = (long) picture.width() * Integer.BYTES;
    MemorySegment strip = arena.allocate(STRIP * stride, Integer.BYTES);
    MemorySegment rows = arena.allocate(ADDRESS, STRIP);
    for (int i = 0; i < STRIP; i++) {
      rows.setAtIndex(ADDRESS, i, strip.asSlice(i * stride, stride));
    }
    for (int y = 0; y < picture.height(); y += STRIP) {
      int count = Math.min(STRIP, picture.height() - y);
      MemorySegment.copy(
          picture.pixels(), y * picture.width(), strip, JAVA_INT, 0, count * picture.width());
      int taken = Libjpeg.writeScanlines(struct, rows, count);
      if (taken != count) {
        throw new LibraryFault("libjpeg took " + taken + " of " + count + " rows");
      }
    }
  }

  @Override
  public void close() {
    try (arena) {
      Libjpeg.destroy(struct);
    }
  }
}
