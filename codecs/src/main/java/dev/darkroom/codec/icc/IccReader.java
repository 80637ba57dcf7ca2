package dev.darkroom.codec.icc;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.icc.IccProfile.Space;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;

/** Reads a profile's header and tags (ICC.1:2022, 7.2 and 7.3), and the models of 8.3 and 8.4. */
final class IccReader {
  private static final int HEADER = 128;

  /** Five times what usual profiles have. */
  private static final int MAX_TAGS = 100;

  /** ICC.1:2022. Version 5 (ICC.2) has other tags; earlier ones have those of version 2. */
  private static final int NEWEST = 4;

  private static final Set<String> CLASSES = Set.of("scnr", "mntr", "prtr", "spac");

  private final byte[] bytes;
  private final Map<String, ByteReader> tags = new HashMap<>();

  IccReader(byte[] bytes) {
    this.bytes = bytes;
  }

  IccProfile read() throws Malformed {
    var in = new ByteReader(bytes);
    int version = in.skip(8).u8();
    String profileClass = in.skip(3).text(4);
    String samples = in.text(4);
    String connection = in.text(4);
    if (!in.skip(12).text(4).equals("acsp")) {
      throw new Malformed(36, "no profile's signature");
    }
    if (version > NEWEST) {
      throw new Malformed(8, "a profile of version " + version);
    }
    if (!CLASSES.contains(profileClass)) {
      throw new Malformed(12, "a profile that is for no picture");
    }
    if (!connection.equals("XYZ ") && !connection.equals("Lab ")) {
      throw new Malformed(20, "no connection space");
    }
    tags(in.seek(HEADER));
    String name = ProfileName.read(tags.get("desc"));
    Space space = space(samples);
    boolean lab = connection.equals("Lab ");
    // 8.3 and 8.4: a table takes precedence.
    if (tags.containsKey("A2B0")) {
      return new IccProfile.NeedsTable(name, space);
    }
    return switch (space) {
      case RGB -> matrix(name);
      case GRAY -> gray(name, lab);
      case CMYK, LAB, OTHER -> new IccProfile.NeedsTable(name, space);
    };
  }

  private static Space space(String signature) {
    return switch (signature) {
      case "GRAY" -> Space.GRAY;
      case "RGB " -> Space.RGB;
      case "CMYK" -> Space.CMYK;
      case "Lab " -> Space.LAB;
      default -> Space.OTHER;
    };
  }

  /**
   * 7.3: signature, offset and size of each; several may share their bytes. Those that lie outside
   * of the profile are skipped: it may not need them.
   */
  private void tags(ByteReader in) throws Malformed {
    long count = in.u32();
    if (count > MAX_TAGS) {
      throw new Malformed(HEADER, count + " tags");
    }
    for (int i = 0; i < count; i++) {
      String signature = in.text(4);
      long at = in.u32();
      long size = in.u32();
      if (at + size <= bytes.length) {
        tags.putIfAbsent(signature, new ByteReader(bytes, (int) at, (int) size, at));
      }
    }
  }

  private ByteReader tag(String signature) throws Malformed {
    ByteReader in = tags.get(signature);
    if (in == null) {
      throw new Malformed(HEADER, "no tag " + signature);
    }
    return in.fromStart();
  }

  /** F.3: the curves give linear light, and the colorants are the matrix's columns. */
  private IccProfile matrix(String name) throws Malformed {
    Matrix3 toD50 = Matrix3.columns(xyz("rXYZ"), xyz("gXYZ"), xyz("bXYZ"));
    var space =
        new RgbSpace(
            toD50, Curves.read(tag("rTRC")), Curves.read(tag("gTRC")), Curves.read(tag("bTRC")));
    Optional<MatrixToSrgb> conversion = space.conversion();
    if (conversion.isEmpty()) {
      throw new Malformed(HEADER, "colorants beyond all colors");
    }
    return conversion.get().changesNothing()
        ? new IccProfile.SameAsSrgb(name)
        : new IccProfile.Matrix(name, conversion.get());
  }

  /** 10.31, XYZType. */
  private double[] xyz(String signature) throws Malformed {
    ByteReader in = tag(signature);
    if (!in.text(4).equals("XYZ ")) {
      throw new Malformed(in.offset() - 4, "no XYZ");
    }
    in.skip(4);
    return new double[] {Curves.number(in), Curves.number(in), Curves.number(in)};
  }

  /** F.2: the curve gives Y, or L* where the profile connects to Lab. */
  private IccProfile gray(String name, boolean lab) throws Malformed {
    DoubleUnaryOperator curve = Curves.read(tag("kTRC"));
    var conversion = new GrayToSrgb(lab ? x -> luminance(curve.applyAsDouble(x)) : curve);
    return conversion.changesNothing()
        ? new IccProfile.SameAsSrgb(name)
        : new IccProfile.Gray(name, conversion);
  }

  /** Converts L*, here 0 to 1, to luminance (CIE 15:2004, 8.2.1.1). */
  private static double luminance(double lightness) {
    double f = (100 * lightness + 16) / 116;
    return f > 6 / 29.0 ? f * f * f : 3 * 36 / 841.0 * (f - 4 / 29.0);
  }
}
