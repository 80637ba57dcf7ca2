package dev.darkroom.engine.foreign;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.jpeg.JpegFrame;
import dev.darkroom.codec.jpeg.JpegScans;
import dev.darkroom.codec.picture.Bitmap;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** Decodes and encodes JPEG with libjpeg-turbo. Stateless and thread-safe. */
public final class NativeJpeg {
  /** Longest edge that libjpeg accepts, in pixels ({@code JPEG_MAX_DIMENSION}). */
  public static final int MAX_EDGE = 65_500;

  /**
   * Appended to every file: a missing end mark alone is then no damage, while a file that breaks
   * off is still counted as damaged by its data.
   */
  private static final byte[] END_MARK = {(byte) 0xff, (byte) 0xd9};

  private NativeJpeg() {}

  /**
   * Decodes at full size, or at 1/2, 1/4 or 1/8 of it by a smaller inverse DCT. Reads baseline,
   * extended, progressive and arithmetic-coded files of 8 bits and one, three or four components.
   * Gray becomes red = green = blue; of four inks, each color is multiplied by the key, both as
   * stored. Does not limit the number of scans.
   *
   * @param file the whole file; metadata is ignored
   * @param reduction 1, 2, 4 or 8; the picture has ⌈width / reduction⌉ × ⌈height / reduction⌉
   *     pixels
   * @param width full width that the caller read from the header, in pixels
   * @param height full height that the caller read from the header, in pixels
   */
  public static Decoding decode(byte[] file, int reduction, int width, int height) {
    if (reduction < 1 || reduction > 8 || Integer.bitCount(reduction) != 1) {
      throw new IllegalArgumentException("reduction " + reduction);
    }
    try {
      JpegFrame frame = JpegFrame.find(file);
      if (frame.width() != width || frame.height() != height) {
        return new Decoding.Broken(
            "%d×%d instead of %d×%d pixels"
                .formatted(frame.width(), frame.height(), width, height));
      }
      if (width < 1 || height < 1 || Math.max(width, height) > MAX_EDGE) {
        return new Decoding.Broken("no picture has %d×%d pixels".formatted(width, height));
      }
      String obstacle = obstacle(frame);
      if (!obstacle.isEmpty()) {
        return new Decoding.Unsupported(obstacle);
      }
      return decode(
          file, reduction, Math.ceilDiv(width, reduction), Math.ceilDiv(height, reduction), frame);
    } catch (Malformed e) {
      return new Decoding.Broken(e.reason());
    }
  }

  /** Names what libjpeg-turbo or {@link Leptonica} cannot decode; empty if there is nothing. */
  private static String obstacle(JpegFrame frame) {
    return switch (frame.process()) {
      case 0, 1, 2, 9, 10 ->
          frame.bits() != 8
              ? frame.bits() + " bits a sample"
              : frame.components() == 2 || frame.components() > 4
                  ? frame.components() + " color components"
                  : "";
      default -> "coding process SOF" + frame.process();
    };
  }

  private static Decoding decode(byte[] file, int reduction, int width, int height, JpegFrame frame)
      throws Malformed {
    // Allocated before anything in C, so that nothing leaks when the heap is full.
    int[] pixels = new int[Math.multiplyExact(width, height)];
    try (var arena = Arena.ofConfined()) {
      MemorySegment data = arena.allocate((long) file.length + END_MARK.length);
      MemorySegment.copy(file, 0, data, JAVA_BYTE, 0, file.length);
      MemorySegment warnings = arena.allocate(JAVA_INT);
      MemorySegment holder = arena.allocate(ADDRESS);
      MemorySegment pix = Leptonica.readJpeg(ended(data, file.length), reduction, warnings);
      if (Foreign.isNull(pix)) {
        pix = Leptonica.readJpeg(ended(data, JpegScans.end(file)), reduction, warnings);
      }
      if (Foreign.isNull(pix)) {
        return new Decoding.Broken("libjpeg can make nothing of it");
      }
      holder.set(ADDRESS, 0, pix);
      try {
        int depth = frame.components() == 1 ? 8 : 32;
        if (Leptonica.width(pix) != width
            || Leptonica.height(pix) != height
            || Leptonica.depth(pix) != depth) {
          return new Decoding.Broken(
              "%d×%d pixels of %d bits instead of %d×%d of %d"
                  .formatted(
                      Leptonica.width(pix),
                      Leptonica.height(pix),
                      Leptonica.depth(pix),
                      width,
                      height,
                      depth));
        }
        if (depth == 8) {
          PixPixels.gray(Leptonica.words(pix), pixels, width);
        } else {
          PixPixels.rgb(Leptonica.words(pix), pixels);
        }
      } finally {
        Leptonica.destroy(holder);
      }
      boolean damaged = warnings.get(JAVA_INT, 0) > 0;
      return new Decoding.Picture(new Bitmap(pixels, width, height, true), damaged);
    }
  }

  /** Ends a file at an offset. */
  private static MemorySegment ended(MemorySegment file, int end) {
    MemorySegment.copy(END_MARK, 0, file, JAVA_BYTE, end, END_MARK.length);
    return file.asSlice(0, (long) end + END_MARK.length);
  }

  /**
   * Encodes a JFIF file without metadata. Ignores alpha: flatten the picture before.
   *
   * @throws IllegalArgumentException if an edge is longer than {@link #MAX_EDGE}
   */
  public static byte[] encode(Bitmap picture, JpegOptions options) {
    if (Math.max(picture.width(), picture.height()) > MAX_EDGE) {
      throw new IllegalArgumentException(picture.width() + "×" + picture.height() + " pixels");
    }
    try (var compression = new JpegCompression()) {
      return compression.encode(picture, options);
    }
  }
}
