package dev.darkroom.codec.picture;

/**
 * Samples of one component, row by row, 0 to 255 as unsigned bytes.
 *
 * @param samples at least width × height of them, shared, not copied
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier of samples that nobody compares
public record Plane(byte[] samples, int width, int height) {
  public Plane {
    if (width < 1 || height < 1 || samples.length < (long) width * height) {
      throw new IllegalArgumentException(
          width + "×" + height + " samples in " + samples.length + " bytes");
    }
  }

  public int at(int x, int y) {
    return samples[y * width + x] & 0xff;
  }
}
