package dev.darkroom.codec.heif;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.mp4.Box;
import java.util.ArrayList;
import java.util.List;

/** What is done to a picture before it is shown (6.5.9 to 6.5.12). */
public sealed interface Transform {
  /** Quarter turns anticlockwise, 0 to 3 ({@code irot}). */
  record Turn(int quarters) implements Transform {}

  /**
   * Mirroring ({@code imir}).
   *
   * @param sides whether left and right change places, otherwise top and bottom
   */
  record Mirror(boolean sides) implements Transform {}

  /** A part, in pixels from the top left ({@code clap}). */
  record Crop(int x, int y, int width, int height) implements Transform {}

  /**
   * Those among an item's properties, in their order.
   *
   * @param width of the item
   */
  static List<Transform> of(List<Box> properties, int width, int height) throws Malformed {
    var transforms = new ArrayList<Transform>();
    int w = width;
    int h = height;
    for (Box property : properties) {
      ByteReader in = property.payload().fromStart();
      switch (property.type()) {
        case "irot" -> {
          int quarters = in.u8() & 3;
          transforms.add(new Turn(quarters));
          if (quarters % 2 == 1) {
            int swapped = w;
            w = h;
            h = swapped;
          }
        }
        case "imir" -> transforms.add(new Mirror((in.u8() & 1) == 1));
        case "clap" -> {
          Crop crop = crop(in, w, h);
          transforms.add(crop);
          w = crop.width;
          h = crop.height;
        }
        default -> {}
      }
    }
    return transforms;
  }

  /** ISO/IEC 14496-12, 12.1.4.1: a width, a height, and how far its center is off, as fractions. */
  private static Crop crop(ByteReader in, int width, int height) throws Malformed {
    long at = in.offset();
    double[] values = new double[4];
    for (int i = 0; i < values.length; i++) {
      long numerator = in.i32();
      long denominator = in.u32();
      if (denominator == 0) {
        throw new Malformed(at, "a crop by zero");
      }
      values[i] = numerator / (double) denominator;
    }
    long w = Math.round(values[0]);
    long h = Math.round(values[1]);
    long x = Math.round(values[2] + (width - values[0]) / 2);
    long y = Math.round(values[3] + (height - values[1]) / 2);
    if (w < 1 || h < 1 || x < 0 || y < 0 || x + w > width || y + h > height) {
      throw new Malformed(at, "a crop outside of its picture");
    }
    return new Crop((int) x, (int) y, (int) w, (int) h);
  }
}
