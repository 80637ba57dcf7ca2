package dev.darkroom.codec.mp4;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import java.nio.ByteBuffer;

/**
 * How a player rotates and mirrors the coded picture.
 *
 * @param rotation degrees clockwise: 0, 90, 180 or 270
 * @param mirrored whether left and right are swapped before that
 */
public record Orientation(int rotation, boolean mirrored) {
  private static final int ONE = 0x10000;

  public static final Orientation NONE = new Orientation(0, false);

  /**
   * Reads the orientation out of a matrix (8.3.2: x' = ax + cy, y' = bx + dy, y downwards). Like
   * players, it ignores scale and everything else but quarter turns and mirroring.
   */
  static Orientation of(int a, int b, int c, int d) {
    int rotation;
    if (c == 0 && d != 0 && b == 0 && a != 0) {
      rotation = d > 0 ? 0 : 180;
    } else if (d == 0 && c != 0 && a == 0 && b != 0) {
      rotation = c < 0 ? 90 : 270;
    } else {
      return NONE;
    }
    // Rotation keeps the sign of the determinant, mirroring changes it.
    long determinant = (long) a * d - (long) b * c;
    return new Orientation(rotation, determinant < 0);
  }

  /** Reads the orientation of the 3×3 matrix of {@code tkhd} or {@code mvhd} (8.2.2, 8.3.2). */
  static Orientation read(ByteReader in) throws Malformed {
    int a = in.i32();
    int b = in.i32();
    int c = in.skip(4).i32();
    int d = in.i32();
    in.skip(4 * 4);
    return of(a, b, c, d);
  }

  /** Writes the part of a matrix that {@link #read} reads, of 16.16 numbers. */
  public void write(ByteBuffer matrix) {
    int cos = rotation == 0 ? ONE : rotation == 180 ? -ONE : 0;
    int sin = rotation == 90 ? ONE : rotation == 270 ? -ONE : 0;
    int sign = mirrored ? -1 : 1;
    matrix.putInt(sign * cos).putInt(sign * sin).putInt(0).putInt(-sin).putInt(cos);
  }

  /** Returns the orientation of a picture that is turned by this one and then by another. */
  Orientation then(Orientation next) {
    int turned = next.mirrored ? next.rotation - rotation : next.rotation + rotation;
    return new Orientation(Math.floorMod(turned, 360), mirrored != next.mirrored);
  }

  /** Whether width and height are swapped. */
  public boolean transposes() {
    return rotation % 180 != 0;
  }
}
