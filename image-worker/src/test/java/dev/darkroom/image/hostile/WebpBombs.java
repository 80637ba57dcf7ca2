package dev.darkroom.image.hostile;

/** Builds WebPs (RFC 9649). */
public final class WebpBombs {
  private static final int ANIMATED = 2;

  private WebpBombs() {}

  /** Builds an animation of frames of one pixel. */
  public static byte[] frames(int width, int height, int count) {
    Bytes body = canvas(width, height).bytes(chunk("ANIM", new byte[6]));
    for (int i = 0; i < count; i++) {
      body.bytes(frame(1, 1));
    }
    return file(body);
  }

  /** Builds a frame that claims to fill the canvas and holds one pixel. */
  public static byte[] hollowFrame(int width, int height) {
    return file(
        canvas(width, height).bytes(chunk("ANIM", new byte[6])).bytes(frame(width, height)));
  }

  /** Builds a lossless picture without data. */
  public static byte[] hollow(int width, int height) {
    var data = Bytes.littleEndian().u8(0x2f).u32((width - 1) | (height - 1L) << 14).zeroes(8);
    return file(Bytes.littleEndian().bytes(chunk("VP8L", data.toByteArray())));
  }

  /** Builds a chunk that claims to be longer than the file. */
  public static byte[] endlessChunk(String type) {
    Bytes body = canvas(16, 16).text(type).u32(0xfffffff0L).zeroes(64);
    return file(body);
  }

  /** Builds a picture of one pixel after many chunks of one kind. */
  public static byte[] repeated(String type, byte[] data, int count) {
    byte[] chunk = chunk(type, data);
    Bytes body = canvas(1, 1).bytes(chunk("ANIM", new byte[6]));
    for (int i = 0; i < count; i++) {
      body.bytes(chunk);
    }
    return file(body.bytes(frame(1, 1)));
  }

  private static Bytes canvas(int width, int height) {
    var data = Bytes.littleEndian().u8(ANIMATED).u24(0).u24(width - 1).u24(height - 1);
    return Bytes.littleEndian().bytes(chunk("VP8X", data.toByteArray()));
  }

  private static byte[] frame(int width, int height) {
    var data = Bytes.littleEndian().u24(0).u24(0).u24(width - 1).u24(height - 1).u24(50).u8(0);
    // 2.6: one pixel, one code for each of its channels.
    data.bytes(
        chunk("VP8L", new byte[] {0x2f, 0, 0, 0, 0, 7, 16, 17, 17, (byte) 0x88, (byte) 0x88, 8}));
    return chunk("ANMF", data.toByteArray());
  }

  private static byte[] chunk(String type, byte[] data) {
    var out = Bytes.littleEndian().text(type).u32(data.length).bytes(data);
    return (data.length % 2 == 0 ? out : out.u8(0)).toByteArray();
  }

  private static byte[] file(Bytes body) {
    return Bytes.littleEndian()
        .text("RIFF")
        .u32(4 + body.size())
        .text("WEBP")
        .bytes(body.toByteArray())
        .toByteArray();
  }
}
