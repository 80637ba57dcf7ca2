package dev.darkroom.codec.bmp;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Head;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.header.Channels;
import dev.darkroom.codec.header.Color;
import dev.darkroom.codec.header.Header;
import dev.darkroom.codec.header.Profile;

/** Reads the header of a bitmap. */
public final class BmpHeader {
  private static final int FILE_HEADER = 14;

  /** Offsets in BITMAPV5HEADER, and its bV5CSType of an embedded profile. */
  private static final int COLOR_SPACE_TYPE = 56;

  private static final int PROFILE_DATA = 112;
  private static final long EMBEDDED = 0x4d424544;

  private BmpHeader() {}

  public static Header read(Head head) throws Malformed {
    BmpLayout layout = BmpLayout.read(head);
    Color.Model model = layout.bits() <= 8 ? Color.Model.PALETTE : Color.Model.RGB;
    return Header.still(
            layout.width(),
            layout.height(),
            Channels.rgb(layout.alpha() != 0),
            new Color(model, profile(layout, head)))
        .withExotic(layout.exotic());
  }

  /** BITMAPV5HEADER, "bV5ProfileData" and "bV5ProfileSize"; profiles follow the pixels. */
  private static Profile profile(BmpLayout layout, Head head) {
    try {
      if (!layout.isV5() || head.slice(FILE_HEADER + COLOR_SPACE_TYPE, 4).u32le() != EMBEDDED) {
        return new Profile.Unspecified();
      }
      ByteReader in = head.slice(FILE_HEADER + PROFILE_DATA, 8);
      long at = FILE_HEADER + in.u32le();
      long size = in.u32le();
      return size > Profile.MAX_ICC
          ? new Profile.Oversized(size)
          : new Profile.Icc(head.slice(at, size).bytes((int) size));
    } catch (Malformed e) {
      return new Profile.Unspecified();
    }
  }
}
