package dev.darkroom.engine.heif;

import dev.darkroom.codec.header.HeifCoding;

/**
 * The memory that decoding a picture takes.
 *
 * @param heap bytes for the planes, the pixels made of them, and a tile in transit
 * @param engine bytes of the engine's process
 */
public record HeifMemory(long heap, long engine) {
  /** Bytes that ffmpeg 5.1 takes before it holds a frame, measured. */
  private static final long PROGRAM = 64L << 20;

  /** Most samples of a pixel, and frames that a decoder holds of a still picture. */
  private static final int SAMPLES = 3;

  private static final int FRAMES = 2;

  /** Copies of a frame on its way out; measured 5.5 bytes a pixel. */
  private static final int COPIES = 2;

  static HeifMemory of(HeifCoding coding, int wanted, boolean deep) {
    int reduction =
        TilePlan.reduction(wanted, coding.tiles(), coding.tileWidth(), coding.tileHeight());
    long divisor = (long) reduction * reduction;
    long tile = (long) coding.tileWidth() * coding.tileHeight() / divisor;
    long planes = coding.pixels() / divisor * (SAMPLES + 1 + 2 * Integer.BYTES);
    return new HeifMemory(
        planes + SAMPLES * tile,
        PROGRAM
            + coding.largestTile() * SAMPLES * FRAMES * (deep ? 2 : 1)
            + tile * SAMPLES * COPIES);
  }
}
