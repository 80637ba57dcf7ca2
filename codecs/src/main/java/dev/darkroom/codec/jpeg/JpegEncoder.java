package dev.darkroom.codec.jpeg;

import dev.darkroom.codec.picture.Plane;
import dev.darkroom.codec.picture.RgbPicture;
import java.io.ByteArrayOutputStream;

/** Writes baseline sequential JPEG. */
public final class JpegEncoder {
  private static final int MAX_EDGE = 65_535;
  private static final int SOI = 0xd8;
  private static final int APP0 = 0xe0;
  private static final int DQT = 0xdb;
  private static final int SOF0 = 0xc0;
  private static final int DHT = 0xc4;
  private static final int SOS = 0xda;
  private static final int EOI = 0xd9;

  private final QuantTable luma;
  private final QuantTable chroma;

  /**
   * @param quality 1 to 100, as libjpeg counts
   */
  public JpegEncoder(int quality) {
    if (quality < 1 || quality > 100) {
      throw new IllegalArgumentException("quality " + quality);
    }
    this.luma = QuantTable.luma(quality);
    this.chroma = QuantTable.chroma(quality);
  }

  public byte[] encode(RgbPicture picture) {
    if (Math.max(picture.width(), picture.height()) > MAX_EDGE) {
      throw new IllegalArgumentException(picture.width() + "×" + picture.height());
    }
    var out = new ByteArrayOutputStream(picture.width() * picture.height() / 4 + 1024);
    marker(out, SOI);
    jfif(out);
    quantisation(out);
    frame(out, picture.width(), picture.height());
    huffman(out);
    scan(out, YcbcrPicture.of(picture));
    marker(out, EOI);
    return out.toByteArray();
  }

  private static void marker(ByteArrayOutputStream out, int code) {
    out.write(0xff);
    out.write(code);
  }

  private static void segment(ByteArrayOutputStream out, int code, int length) {
    marker(out, code);
    u16(out, length + 2);
  }

  private static void u16(ByteArrayOutputStream out, int value) {
    out.write(value >> 8);
    out.write(value);
  }

  private static void bytes(ByteArrayOutputStream out, int... values) {
    for (int value : values) {
      out.write(value);
    }
  }

  /** ITU-T T.871, 10.1: version 1.2, square pixels, no thumbnail. */
  private static void jfif(ByteArrayOutputStream out) {
    segment(out, APP0, 14);
    bytes(out, 'J', 'F', 'I', 'F', 0, 1, 2, 0, 0, 1, 0, 1, 0, 0);
  }

  /** B.2.4.1. */
  private void quantisation(ByteArrayOutputStream out) {
    segment(out, DQT, 2 * 65);
    out.write(0);
    luma.write(out);
    out.write(1);
    chroma.write(out);
  }

  /** B.2.2: three components of 8 bits, the first with twice the samples of the others each way. */
  private static void frame(ByteArrayOutputStream out, int width, int height) {
    segment(out, SOF0, 15);
    out.write(8);
    u16(out, height);
    u16(out, width);
    bytes(out, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1);
  }

  /** B.2.4.2. */
  private static void huffman(ByteArrayOutputStream out) {
    HuffmanTable[] tables = {
      HuffmanTable.LUMA_DC, HuffmanTable.LUMA_AC, HuffmanTable.CHROMA_DC, HuffmanTable.CHROMA_AC
    };
    int[] ids = {0x00, 0x10, 0x01, 0x11};
    for (int i = 0; i < tables.length; i++) {
      segment(out, DHT, 1 + tables[i].length());
      out.write(ids[i]);
      tables[i].write(out);
    }
  }

  /** B.2.3, A.2.3: in each unit four blocks of luma and one each of Cb and Cr. */
  private void scan(ByteArrayOutputStream out, YcbcrPicture picture) {
    segment(out, SOS, 10);
    bytes(out, 3, 1, 0x00, 2, 0x11, 3, 0x11, 0, 63, 0);
    var bits = new BitSink(out);
    var y = new BlockWriter(bits, luma, HuffmanTable.LUMA_DC, HuffmanTable.LUMA_AC);
    var cb = new BlockWriter(bits, chroma, HuffmanTable.CHROMA_DC, HuffmanTable.CHROMA_AC);
    var cr = new BlockWriter(bits, chroma, HuffmanTable.CHROMA_DC, HuffmanTable.CHROMA_AC);
    Plane small = picture.cb();
    for (int row = 0; row < small.height(); row += 8) {
      for (int column = 0; column < small.width(); column += 8) {
        y.write(picture.y(), 2 * column, 2 * row);
        y.write(picture.y(), 2 * column + 8, 2 * row);
        y.write(picture.y(), 2 * column, 2 * row + 8);
        y.write(picture.y(), 2 * column + 8, 2 * row + 8);
        cb.write(picture.cb(), column, row);
        cr.write(picture.cr(), column, row);
      }
    }
    bits.finish();
  }
}
