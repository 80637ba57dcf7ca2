package dev.darkroom.image.golden;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.darkroom.codec.picture.Bitmap;
import dev.darkroom.engine.foreign.Decoding;
import dev.darkroom.engine.foreign.NativeWebp;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads the frames of an animated WebP in the simplest way (RFC 9649, 2.7.1), for files that the
 * pipeline wrote.
 *
 * @param frames the composed frames
 * @param delays how long each is shown, in ms, as in browsers: up to 10 ms count as 100
 * @param plays how often the animation plays, 0 for forever
 */
public record AnimatedWebp(List<BufferedImage> frames, List<Integer> delays, int plays) {
  private static final int CHUNK_HEAD = 8;
  private static final int FRAME_HEAD = 16;

  /** Reads a file; fails in any way if it is no animated WebP. */
  public static AnimatedWebp read(byte[] file) {
    return new Reader(file).read();
  }

  private static final class Reader {
    private final byte[] bytes;
    private final ByteBuffer file;
    private final List<BufferedImage> frames = new ArrayList<>();
    private final List<Integer> delays = new ArrayList<>();
    private int plays = -1;
    private BufferedImage canvas = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB);

    Reader(byte[] bytes) {
      this.bytes = bytes;
      this.file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    AnimatedWebp read() {
      for (int at = 12; at + CHUNK_HEAD <= file.limit(); ) {
        int size = file.getInt(at + 4);
        int data = at + CHUNK_HEAD;
        switch (name(at)) {
          case "VP8X" ->
              canvas =
                  new BufferedImage(
                      1 + three(data + 4), 1 + three(data + 7), BufferedImage.TYPE_INT_ARGB);
          case "ANIM" -> plays = file.getShort(data + 4) & 0xffff;
          case "ANMF" -> frame(data, size);
          default -> throw new IllegalArgumentException("a chunk of " + name(at));
        }
        at = data + size + size % 2;
      }
      return new AnimatedWebp(frames, delays, plays);
    }

    private void frame(int at, int size) {
      int left = 2 * three(at);
      int top = 2 * three(at + 3);
      int width = 1 + three(at + 6);
      int height = 1 + three(at + 9);
      int flags = file.get(at + 15);
      byte[] coded = Arrays.copyOfRange(bytes, at + FRAME_HEAD, at + size);
      Bitmap part = ((Decoding.Picture) NativeWebp.decode(coded, width, height)).bitmap();
      for (int i = 0; i < part.pixels().length; i++) {
        int x = left + i % width;
        int y = top + i / width;
        int pixel = part.opaque() ? part.pixels()[i] | 0xff000000 : part.pixels()[i];
        boolean blend = (flags & 2) == 0;
        canvas.setRGB(x, y, blend ? over(pixel, canvas.getRGB(x, y)) : pixel);
      }
      frames.add(copy());
      int delay = three(at + 12);
      delays.add(delay > 10 ? delay : 100);
      if ((flags & 1) != 0) {
        canvas.setRGB(left, top, width, height, new int[width * height], 0, width);
      }
    }

    private BufferedImage copy() {
      var copy =
          new BufferedImage(canvas.getWidth(), canvas.getHeight(), BufferedImage.TYPE_INT_ARGB);
      canvas.copyData(copy.getRaster());
      return copy;
    }

    private int three(int at) {
      return (file.getShort(at) & 0xffff) | (file.get(at + 2) & 0xff) << 16;
    }

    private String name(int at) {
      return new String(bytes, at, 4, US_ASCII);
    }
  }

  /** Blends colors with straight alpha (RFC 9649, 2.7.1.1). */
  private static int over(int upper, int lower) {
    double a = (upper >>> 24) / 255.0;
    double b = (lower >>> 24) / 255.0 * (1 - a);
    if (a + b == 0) {
      return 0;
    }
    int result = (int) Math.round(255 * (a + b)) << 24;
    for (int shift = 0; shift < 24; shift += 8) {
      double mixed = (a * (upper >> shift & 0xff) + b * (lower >> shift & 0xff)) / (a + b);
      result |= (int) Math.round(mixed) << shift;
    }
    return result;
  }
}
