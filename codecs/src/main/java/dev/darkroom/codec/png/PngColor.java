package dev.darkroom.codec.png;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.header.Profile;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/** Gathers the chunks that define a file's color space (11.3.2). */
final class PngColor {
  private static final double SCALE = 100_000;
  private static final int MAX_NAME = 79;

  /** The chromaticities of sRGB in the order of cHRM (11.3.2.5). */
  private static final double[] SRGB = {0.3127, 0.329, 0.64, 0.33, 0.3, 0.6, 0.15, 0.06};

  private static final double SRGB_GAMMA = 0.45455;

  /** Differences from sRGB that people cannot see; many files write 2.2 for sRGB's curve. */
  private static final double NEAR = 0.01;

  private @Nullable Profile cicp;
  private @Nullable Profile icc;
  private boolean srgb;
  private double gamma = SRGB_GAMMA;
  private double[] chromaticities = SRGB;

  /** Reads a chunk if it is about color. */
  void add(String type, ByteReader in) throws Malformed {
    switch (type) {
      case "cICP" -> cicp = new Profile.Cicp(in.u8(), in.u8(), in.u8(), in.u8() != 0);
      case "iCCP" -> icc = inflated(in);
      case "sRGB" -> srgb = true;
      case "gAMA" -> gamma = in.u32() / SCALE;
      case "cHRM" -> {
        var xy = new double[SRGB.length];
        for (int i = 0; i < xy.length; i++) {
          xy[i] = in.u32() / SCALE;
        }
        chromaticities = xy;
      }
      default -> {}
    }
  }

  /** Returns the color space by the precedence of 4.3: cICP, iCCP, sRGB, gAMA with cHRM. */
  Profile profile() {
    if (cicp != null) {
      return cicp;
    }
    if (icc != null) {
      return icc;
    }
    if (srgb) {
      return new Profile.Srgb();
    }
    return gamma <= 0 || isSrgb()
        ? new Profile.Unspecified()
        : new Profile.Calibrated(gamma, chromaticities.clone());
  }

  private boolean isSrgb() {
    boolean near = Math.abs(gamma - SRGB_GAMMA) < NEAR;
    for (int i = 0; i < SRGB.length; i++) {
      near &= Math.abs(chromaticities[i] - SRGB[i]) < NEAR;
    }
    return near;
  }

  /** 11.3.2.3: a name, a zero, the compression method 0, a zlib stream. */
  private static @Nullable Profile inflated(ByteReader in) throws Malformed {
    int name = 0;
    while (in.u8() != 0) {
      if (++name > MAX_NAME) {
        return null;
      }
    }
    if (in.u8() != 0) {
      return null;
    }
    try (var inflater = new Inflater()) {
      inflater.setInput(in.buffer());
      var out = new ByteArrayOutputStream();
      byte[] piece = new byte[8192];
      int length = inflater.inflate(piece);
      while (length > 0 && out.size() <= Profile.MAX_ICC) {
        out.writeBytes(Arrays.copyOf(piece, length));
        length = inflater.inflate(piece);
      }
      return out.size() == 0 ? null : Profile.icc(out.toByteArray());
    } catch (DataFormatException e) {
      return null;
    }
  }
}
