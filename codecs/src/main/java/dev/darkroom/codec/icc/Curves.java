package dev.darkroom.codec.icc;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import java.util.function.DoubleUnaryOperator;

/** Reads the tone curves of profiles (ICC.1:2022, 10.6 and 10.18). */
final class Curves {
  private static final double ONE = 65536;

  private Curves() {}

  /** Clamps a value to 0..1; NaN becomes 0. */
  static double unit(double x) {
    return x > 0 ? Math.min(1, x) : 0;
  }

  static DoubleUnaryOperator read(ByteReader in) throws Malformed {
    String type = in.text(4);
    in.skip(4);
    return switch (type) {
      case "curv" -> sampled(in);
      case "para" -> parametric(in);
      default -> throw new Malformed(in.offset() - 8, "no tone curve");
    };
  }

  /** 10.6: no entry means the identity, one a gamma, more are samples of the curve. */
  private static DoubleUnaryOperator sampled(ByteReader in) throws Malformed {
    long count = in.u32();
    if (count == 0) {
      return DoubleUnaryOperator.identity();
    }
    if (count == 1) {
      return Transfer.gamma(in.u16() / 256.0);
    }
    in.require(2 * count);
    var points = new char[(int) count];
    for (int i = 0; i < points.length; i++) {
      points[i] = (char) in.u16();
    }
    return x -> {
      double at = x * (points.length - 1);
      int low = Math.min((int) at, points.length - 2);
      return (points[low] + (at - low) * (points[low + 1] - points[low])) / 65535;
    };
  }

  /** 10.18, table 68. */
  private static DoubleUnaryOperator parametric(ByteReader in) throws Malformed {
    int function = in.u16();
    in.skip(2);
    double g = number(in);
    if (function == 0) {
      return Transfer.gamma(g);
    }
    double a = number(in);
    double b = number(in);
    return switch (function) {
      case 1 -> curve(g, a, b, -b / a, 0, 0, 0);
      case 2 -> {
        double c = number(in);
        yield curve(g, a, b, -b / a, c, 0, c);
      }
      case 3 -> {
        double c = number(in);
        yield curve(g, a, b, number(in), 0, c, 0);
      }
      case 4 -> {
        double c = number(in);
        double d = number(in);
        double e = number(in);
        yield curve(g, a, b, d, e, c, number(in));
      }
      default -> throw new Malformed(in.offset(), "no curve has function " + function);
    };
  }

  /** Returns a curve that is a power above a bend and a line below it. */
  private static DoubleUnaryOperator curve(
      double g, double a, double b, double bend, double above, double slope, double below) {
    return x -> x >= bend ? Math.pow(a * x + b, g) + above : slope * x + below;
  }

  /** 4.6, s15Fixed16Number. */
  static double number(ByteReader in) throws Malformed {
    return in.i32() / ONE;
  }
}
