package dev.darkroom.codec.heif;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.mp4.Box;
import dev.darkroom.codec.mp4.SampleEntry.Color;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The colors of an item: its {@code colr} properties (ISO/IEC 14496-12, 12.1.5), of which it may
 * have one of each kind.
 *
 * @param codePoints of ITU-T H.273; their matrix applies even if there is a profile
 * @param icc a whole profile, which takes precedence for the colors
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier of bytes that nobody compares
public record HeifColor(@Nullable Color codePoints, byte @Nullable [] icc) {

  /**
   * Adds what another item states and this one does not: its code points, and its profile if this
   * item states no colors at all.
   */
  HeifColor orElse(HeifColor other) {
    boolean none = codePoints == null && icc == null;
    return new HeifColor(
        codePoints == null ? other.codePoints : codePoints, none ? other.icc : icc);
  }

  static HeifColor of(List<Box> properties) throws Malformed {
    Color codePoints = null;
    byte[] icc = null;
    for (Box property : properties) {
      if (property.type().equals("colr")) {
        ByteReader in = property.payload().fromStart();
        switch (in.text(4)) {
          case "nclx" -> codePoints = new Color(in.u16(), in.u16(), in.u16(), in.u8() >= 0x80);
          case "prof", "rICC" -> icc = in.bytes(in.remaining());
          default -> {}
        }
      }
    }
    return new HeifColor(codePoints, icc);
  }
}
