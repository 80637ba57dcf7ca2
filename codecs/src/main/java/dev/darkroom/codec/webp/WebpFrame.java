package dev.darkroom.codec.webp;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.webp.RiffChunks.Chunk;
import java.time.Duration;

/**
 * A frame of an animation: an {@code ANMF} chunk (2.7.1.1). Its rectangle lies within the canvas.
 *
 * @param x distance from the canvas' left edge, in pixels; even
 * @param y distance from the canvas' top edge, in pixels; even
 * @param blended whether the frame is blended over the canvas; otherwise it replaces that, alpha
 *     included
 * @param disposed whether its rectangle is cleared before the next frame
 * @param start offset in the file of its bitstream's chunks: alpha, if present, and colors
 * @param length of these chunks, in bytes
 */
public record WebpFrame(
    int x,
    int y,
    int width,
    int height,
    Duration duration,
    boolean blended,
    boolean disposed,
    int start,
    int length) {
  private static final int NOT_BLENDED = 0x02;
  private static final int DISPOSED = 0x01;

  /**
   * Reads the body of an {@code ANMF} chunk.
   *
   * @throws Malformed if the frame lies outside the canvas, or has no bitstream
   */
  static WebpFrame read(ByteReader body, Vp8x canvas) throws Malformed {
    long at = body.offset();
    int x = 2 * body.u24le();
    int y = 2 * body.u24le();
    int width = body.u24le() + 1;
    int height = body.u24le() + 1;
    Duration duration = Duration.ofMillis(body.u24le());
    int flags = body.u8();
    if (x + width > canvas.width() || y + height > canvas.height()) {
      throw new Malformed(at, "a frame outside the canvas");
    }
    Bitstream bitstream = bitstream(body);
    return new WebpFrame(
        x,
        y,
        width,
        height,
        duration,
        (flags & NOT_BLENDED) == 0,
        (flags & DISPOSED) != 0,
        bitstream.start,
        bitstream.end - bitstream.start);
  }

  /** Offsets in the file, in bytes. */
  private record Bitstream(int start, int end) {}

  /** Finds alpha and colors. Lossless colors contain their alpha. */
  private static Bitstream bitstream(ByteReader body) throws Malformed {
    var chunks = new RiffChunks(body);
    int alpha = -1;
    for (Chunk chunk = chunks.next(); chunk != null && chunk.isWhole(); chunk = chunks.next()) {
      int start = (int) chunk.offset();
      int end = (int) chunk.body().offset() + chunk.body().length();
      switch (chunk.type()) {
        case "ALPH" -> alpha = start;
        case "VP8L" -> {
          return new Bitstream(start, end);
        }
        case "VP8 " -> {
          return new Bitstream(alpha < 0 ? start : alpha, end);
        }
        default -> {}
      }
    }
    throw new Malformed(body.offset(), "a frame without colors");
  }
}
