package dev.darkroom.codec.bmp;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Head;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.header.Channels;
import dev.darkroom.codec.header.Color;
import dev.darkroom.codec.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * Reads the header of a bitmap: BITMAPCOREHEADER, BITMAPINFOHEADER or one of its successors
 * (Windows GDI, "Bitmap Header Types").
 */
public final class BmpHeader {
  private static final int FILE_HEADER = 14;
  private static final int CORE_HEADER = 12;
  private static final int BI_JPEG = 4;
  private static final int BI_PNG = 5;

  private BmpHeader() {}

  public static Header read(Head head) throws Malformed {
    long size = head.slice(FILE_HEADER, 4).u32le();
    if (size == CORE_HEADER) {
      ByteReader in = head.slice(FILE_HEADER + 4, 8);
      return header(in.u16le(), in.u16le(), in.skip(2).u16le(), 0);
    }
    ByteReader in = head.slice(FILE_HEADER + 4, 16);
    // biHeight is negative when the top line comes first.
    return header(in.i32le(), Math.abs((long) in.i32le()), in.skip(2).u16le(), in.i32le());
  }

  private static Header header(int width, long height, int bitsPerPixel, int compression)
      throws Malformed {
    if (width <= 0 || height == 0 || height > Integer.MAX_VALUE) {
      throw new Malformed(FILE_HEADER + 4, "no valid width or height");
    }
    Color.Model model = bitsPerPixel <= 8 ? Color.Model.PALETTE : Color.Model.RGB;
    return Header.still(
            width, (int) height, Channels.rgb(bitsPerPixel == 32), Color.unspecified(model))
        .withExotic(exotic(compression));
  }

  private static @Nullable String exotic(int compression) {
    return compression == BI_JPEG || compression == BI_PNG ? "a JPEG or PNG inside" : null;
  }
}
