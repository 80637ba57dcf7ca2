package dev.darkroom.codec.png;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The chunks that pixels are made of.
 *
 * @param palette {@code PLTE}, three bytes a color; empty without
 * @param transparency {@code tRNS}; null without
 * @param data {@code IDAT}s, in order
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier of bytes that nobody compares
record PngChunks(
    PngLayout layout, byte[] palette, byte @Nullable [] transparency, List<Piece> data) {
  private static final int SIGNATURE = 8;
  private static final int CRC = 4;

  /** A part of the file. */
  record Piece(int start, int length) {}

  /** 5.3: length, type, data, CRC; the last one may be cut off. */
  static PngChunks read(byte[] file) throws Malformed {
    ByteReader in = new ByteReader(file).skip(SIGNATURE);
    int length = in.count();
    if (length != PngLayout.HEADER_LENGTH || !in.text(4).equals("IHDR")) {
      throw new Malformed(SIGNATURE, "the first chunk is no IHDR");
    }
    PngLayout layout = PngLayout.read(in.slice(length));
    in.skip(CRC);
    byte[] palette = {};
    byte[] transparency = null;
    var data = new ArrayList<Piece>();
    while (in.remaining() >= 8) {
      long size = in.u32();
      String type = in.text(4);
      int there = (int) Math.min(size, in.remaining());
      switch (type) {
        case "PLTE" -> palette = in.fromStart().skip(in.position()).bytes(there);
        case "tRNS" -> transparency = in.fromStart().skip(in.position()).bytes(there);
        case "IDAT" -> data.add(new Piece(in.position(), there));
        default -> {}
      }
      if (type.equals("IEND") || size > in.remaining() - CRC) {
        break;
      }
      in.skip(size + CRC);
    }
    return new PngChunks(layout, palette, transparency, data);
  }
}
