package dev.darkroom.codec.heif;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.mp4.Box;
import java.util.ArrayList;
import java.util.List;

/** A step from the coded picture to the one that is shown (6.5.9 to 6.5.12). */
public sealed interface Transform {
  /**
   * Rotation ({@code irot}).
   *
   * @param quarters quarter turns counterclockwise, 0 to 3
   */
  record Rotation(int quarters) implements Transform {}

  /**
   * Mirroring ({@code imir}).
   *
   * @param sides whether it swaps left and right, otherwise top and bottom
   */
  record Mirror(boolean sides) implements Transform {}

  /** A part that is kept, in pixels from the top left ({@code clap}). */
  record Crop(int x, int y, int width, int height) implements Transform {}

  /**
   * Reads the transforms among an item's properties, in their order.
   *
   * @param width of the item, in pixels
   * @param height of the item, in pixels
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
          transforms.add(new Rotation(quarters));
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

  /**
   * Reads a width, a height and the distance of its center from the picture's, all as fractions
   * (ISO/IEC 14496-12, 12.1.4.1).
   */
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
