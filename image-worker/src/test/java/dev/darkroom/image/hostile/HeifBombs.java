package dev.darkroom.image.hostile;

import dev.darkroom.codec.mp4.BoxWriter;
import java.util.function.Consumer;

/** Builds HEIF files (ISO/IEC 23008-12 and 14496-12). */
public final class HeifBombs {
  private static final int HIDDEN = 1;

  private HeifBombs() {}

  /** Builds a grid of 256 by 256 tiles (6.6.2.3.2), all of them the same item. */
  public static byte[] grid(long width, long height, int references) {
    byte[] grid = new BoxWriter().u8(0).u8(1).u8(255).u8(255).u32(width).u32(height).toByteArray();
    return file(
        meta ->
            meta.fullBox("pitm", 0, 0, b -> b.u16(1))
                .fullBox(
                    "iinf",
                    0,
                    0,
                    b -> b.u16(2).bytes(entry(1, "grid", 0)).bytes(entry(2, "hvc1", HIDDEN)))
                .fullBox("iref", 0, 0, b -> b.bytes(references(1, 2, references)))
                .bytes(properties(width, height))
                .bytes(place(1, 12, 1))
                .box("idat", b -> b.bytes(grid)));
  }

  /** Builds a grid whose tiles are the grid itself. */
  public static byte[] gridOfItself() {
    byte[] grid = new BoxWriter().u8(0).u8(0).u8(15).u8(15).u16(640).u16(640).toByteArray();
    return file(
        meta ->
            meta.fullBox("pitm", 0, 0, b -> b.u16(1))
                .fullBox("iinf", 0, 0, b -> b.u16(1).bytes(entry(1, "grid", 0)))
                .fullBox("iref", 0, 0, b -> b.bytes(references(1, 1, 256)))
                .bytes(properties(640, 640))
                .bytes(place(1, 8, 1))
                .box("idat", b -> b.bytes(grid)));
  }

  /** Builds a coded item whose data is taken from itself (8.11.3, construction method 2). */
  public static byte[] placedInItself(long width, long height) {
    return file(
        meta ->
            meta.fullBox("pitm", 0, 0, b -> b.u16(1))
                .fullBox("iinf", 0, 0, b -> b.u16(1).bytes(entry(1, "hvc1", 0)))
                .fullBox("iref", 0, 0, b -> b.bytes(reference("iloc", 1, 1)))
                .bytes(properties(width, height))
                .bytes(place(1, 0xfffffff0L, 2)));
  }

  /** Builds an item of which a corner of 64 by 64 is shown (6.5.9). */
  public static byte[] cropped(long width, long height) {
    return file(
        meta ->
            meta.fullBox("pitm", 0, 0, b -> b.u16(1))
                .fullBox("iinf", 0, 0, b -> b.u16(1).bytes(entry(1, "hvc1", 0)))
                .box(
                    "iprp",
                    b ->
                        b.box(
                                "ipco",
                                c ->
                                    c.fullBox("ispe", 0, 0, s -> s.u32(width).u32(height))
                                        .box("clap", HeifBombs::corner))
                            .fullBox("ipma", 0, 0, m -> m.u32(1).u16(1).u8(2).u8(1).u8(2)))
                .bytes(place(1, 64, 0)));
  }

  private static void corner(BoxWriter clap) {
    clap.u32(64).u32(1).u32(64).u32(1).u32(0).u32(1).u32(0).u32(1);
  }

  /** Builds an item in many pieces that claim 4 GiB each. */
  public static byte[] pieces(int count) {
    return file(
        meta ->
            meta.fullBox("pitm", 0, 0, b -> b.u16(1))
                .fullBox("iinf", 0, 0, b -> b.u16(1).bytes(entry(1, "hvc1", 0)))
                .bytes(properties(640, 480))
                .fullBox(
                    "iloc",
                    1,
                    0,
                    b -> {
                      b.u16(0x4400).u16(1).u16(1).u16(0).u16(0).u16(count);
                      for (int i = 0; i < count; i++) {
                        b.u32(16).u32(0xffffffffL);
                      }
                    }));
  }

  /** Builds an index of items that do not exist. */
  public static byte[] items(int count) {
    return file(
        meta ->
            meta.fullBox("pitm", 0, 0, b -> b.u16(1))
                .fullBox(
                    "iinf",
                    0,
                    0,
                    b -> {
                      b.u16(count);
                      for (int i = 1; i <= count; i++) {
                        b.bytes(entry(i, "hvc1", 0));
                      }
                    })
                .bytes(properties(640, 480)));
  }

  /** Builds boxes within boxes. */
  public static byte[] nested(int depth) {
    byte[] inner = {};
    for (int i = 0; i < depth; i++) {
      byte[] content = inner;
      inner = new BoxWriter().box("iprp", b -> b.bytes(content)).toByteArray();
    }
    byte[] all = inner;
    return file(meta -> meta.bytes(all));
  }

  private static byte[] file(Consumer<BoxWriter> meta) {
    return new BoxWriter()
        .box("ftyp", b -> b.text("heic").u32(0).text("mif1heic"))
        .fullBox(
            "meta",
            0,
            0,
            b -> {
              b.fullBox("hdlr", 0, 0, h -> h.u32(0).text("pict").zeroes(13));
              meta.accept(b);
            })
        .box("mdat", b -> b.zeroes(64))
        .toByteArray();
  }

  private static byte[] entry(int id, String type, int flags) {
    return new BoxWriter()
        .fullBox("infe", 2, flags, b -> b.u16(id).u16(0).text(type).u8(0))
        .toByteArray();
  }

  private static byte[] references(int from, int to, int count) {
    return new BoxWriter()
        .box(
            "dimg",
            b -> {
              b.u16(from).u16(count);
              for (int i = 0; i < count; i++) {
                b.u16(to);
              }
            })
        .toByteArray();
  }

  private static byte[] reference(String type, int from, int to) {
    return new BoxWriter().box(type, b -> b.u16(from).u16(1).u16(to)).toByteArray();
  }

  private static byte[] properties(long width, long height) {
    return new BoxWriter()
        .box(
            "iprp",
            b ->
                b.box("ipco", c -> c.fullBox("ispe", 0, 0, s -> s.u32(width).u32(height)))
                    .fullBox("ipma", 0, 0, m -> m.u32(1).u16(1).u8(1).u8(1)))
        .toByteArray();
  }

  private static byte[] place(int id, long length, int method) {
    return new BoxWriter()
        .fullBox(
            "iloc",
            1,
            0,
            b -> b.u16(0x4400).u16(1).u16(id).u16(method).u16(0).u16(1).u32(0).u32(length))
        .toByteArray();
  }
}
