package dev.darkroom.codec.header;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.header.TiffView.Field;
import java.util.Map;

/** TIFF 6.0, section 8, of the first directory; the others are counted. */
final class TiffHeader {
  private static final int IMAGE_WIDTH = 256;
  private static final int IMAGE_LENGTH = 257;
  private static final int BITS_PER_SAMPLE = 258;
  private static final int PHOTOMETRIC = 262;
  private static final int SAMPLES_PER_PIXEL = 277;
  private static final int EXTRA_SAMPLES = 338;
  private static final int PALETTE = 3;

  /** More are not counted: a chain of directories may be a loop. */
  private static final int MAX_FRAMES = 100_000;

  private TiffHeader() {}

  static Header read(Head head) throws Malformed, ShortOfBytes {
    TiffView tiff = TiffView.open(head);
    long at = tiff.firstDirectory();
    Map<Integer, Field> fields = tiff.directory(at);
    int width = tiff.number(fields.get(IMAGE_WIDTH), 0);
    int height = tiff.number(fields.get(IMAGE_LENGTH), 0);
    if (width <= 0 || height <= 0) {
      throw new Malformed(at, "no width or height");
    }
    boolean palette = tiff.number(fields.get(PHOTOMETRIC), 0) == PALETTE;
    return new Header(
        width,
        height,
        frames(tiff, at),
        palette ? 8 : tiff.number(fields.get(BITS_PER_SAMPLE), 1),
        palette ? 3 : tiff.number(fields.get(SAMPLES_PER_PIXEL), 1),
        fields.containsKey(EXTRA_SAMPLES),
        ExifReader.read(tiff, fields),
        null);
  }

  private static int frames(TiffView tiff, long first) {
    int frames = 1;
    try {
      for (long at = tiff.nextDirectory(first);
          at != 0 && frames < MAX_FRAMES;
          at = tiff.nextDirectory(at)) {
        frames++;
      }
    } catch (Malformed | ShortOfBytes e) {
      // Only those that can be seen count.
    }
    return frames;
  }
}
