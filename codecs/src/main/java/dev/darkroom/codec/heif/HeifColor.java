package dev.darkroom.codec.heif;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.mp4.Box;
import dev.darkroom.codec.mp4.SampleEntry.Color;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code colr} properties say (ISO/IEC 14496-12, 12.1.5); an item may have one of each kind.
 *
 * @param codePoints of ITU-T H.273; the matrix counts even where there is a profile
 * @param icc a whole profile, which counts for the colors
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier of bytes that nobody compares
public record HeifColor(@Nullable Color codePoints, byte @Nullable [] icc) {

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
