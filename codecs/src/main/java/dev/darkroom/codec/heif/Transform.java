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

  /** Returns the size after this step. */
  default Size applied(Size before) {
    return switch (this) {
      case Rotation(int quarters) -> quarters % 2 == 1 ? before.turned() : before;
      case Mirror _ -> before;
      case Crop(int x, int y, int w, int h) -> new Size(w, h);
    };
  }

  /**
   * Reads the transforms among an item's properties, in their order.
   *
   * @param size of the item
   */
  static List<Transform> of(List<Box> properties, Size size) throws Malformed {
    var transforms = new ArrayList<Transform>();
    Size now = size;
    for (Box property : properties) {
      ByteReader in = property.payload().fromStart();
      Transform step =
          switch (property.type()) {
            case "irot" -> new Rotation(in.u8() & 3);
            case "imir" -> new Mirror((in.u8() & 1) == 1);
            case "clap" -> crop(in, now.width(), now.height());
            default -> null;
          };
      if (step != null && !step.changesNothing(now)) {
        transforms.add(step);
        now = step.applied(now);
      }
    }
    return transforms;
  }

  private boolean changesNothing(Size size) {
    return switch (this) {
      case Rotation(int quarters) -> quarters == 0;
      case Mirror _ -> false;
      case Crop(int x, int y, int w, int h) -> new Size(w, h).equals(size);
    };
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
