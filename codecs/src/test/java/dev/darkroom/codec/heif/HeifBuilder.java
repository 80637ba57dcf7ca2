package dev.darkroom.codec.heif;

import dev.darkroom.codec.mp4.BoxWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Builds HEIF files of items, properties and references (ISO/IEC 23008-12, 6 and 14496-12, 8.11).
 */
public final class HeifBuilder {
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Item(String type, byte[] data, int[] properties) {}

  private final String brand;
  private final List<Item> items = new ArrayList<>();
  private final BoxWriter properties = new BoxWriter();
  private final BoxWriter references = new BoxWriter();
  private int propertyCount;
  private int primary = 1;
  private boolean openEnded;

  public HeifBuilder(String brand) {
    this.brand = brand;
  }

  /** Adds a property and returns its index. */
  public int property(String type, byte... payload) {
    properties.box(type, w -> w.bytes(payload));
    return ++propertyCount;
  }

  public int size(int width, int height) {
    return property("ispe", new BoxWriter().u32(0).u32(width).u32(height).toByteArray());
  }

  /** Adds the property that makes an item the alpha of others. */
  public int alpha() {
    String urn = "urn:mpeg:mpegB:cicp:systems:auxiliary:alpha";
    return property("auxC", new BoxWriter().u32(0).text(urn).u8(0).toByteArray());
  }

  /** Adds an item and returns its id. */
  public int item(String type, byte[] data, int... itsProperties) {
    items.add(new Item(type, data, itsProperties));
    return items.size();
  }

  /** Adds a grid of tiles of a picture of a size (6.6.2.3.2). */
  public int grid(int columns, int rows, int width, int height, int... itsProperties) {
    var data = new BoxWriter().u8(0).u8(0).u8(rows - 1).u8(columns - 1).u16(width).u16(height);
    return item("grid", data.toByteArray(), itsProperties);
  }

  public HeifBuilder refer(String type, int from, int... to) {
    references.box(
        type,
        w -> {
          w.u16(from).u16(to.length);
          for (int item : to) {
            w.u16(item);
          }
        });
    return this;
  }

  public HeifBuilder primary(int item) {
    primary = item;
    return this;
  }

  /** Puts all data into {@code idat}, and lets {@code meta} reach to the end of the file. */
  public HeifBuilder openEnded() {
    openEnded = true;
    return this;
  }

  public byte[] build() {
    int head = head().size();
    int first = openEnded ? 0 : head + meta(0).size() + 8;
    BoxWriter file = head().bytes(meta(first).toByteArray());
    if (!openEnded) {
      file.box("mdat", w -> items.forEach(item -> w.bytes(item.data)));
    }
    byte[] bytes = file.toByteArray();
    if (openEnded) {
      Arrays.fill(bytes, head, head + 4, (byte) 0);
    }
    return bytes;
  }

  private BoxWriter head() {
    return new BoxWriter().box("ftyp", w -> w.text(brand).u32(0).text("mif1").text(brand));
  }

  private BoxWriter meta(int first) {
    return new BoxWriter()
        .fullBox(
            "meta",
            0,
            0,
            w -> {
              w.fullBox("hdlr", 0, 0, h -> h.u32(0).text("pict").zeroes(13));
              w.fullBox("pitm", 0, 0, p -> p.u16(primary));
              w.fullBox("iinf", 0, 0, this::entries);
              w.fullBox("iref", 0, 0, r -> r.bytes(references.toByteArray()));
              w.box(
                  "iprp",
                  p ->
                      p.box("ipco", c -> c.bytes(properties.toByteArray()))
                          .fullBox("ipma", 0, 0, this::associations));
              w.fullBox("iloc", 1, 0, l -> places(l, first));
              if (openEnded) {
                w.box("idat", d -> items.forEach(item -> d.bytes(item.data)));
              }
            });
  }

  private void entries(BoxWriter w) {
    w.u16(items.size());
    for (int i = 0; i < items.size(); i++) {
      int id = i + 1;
      String type = items.get(i).type;
      w.fullBox("infe", 2, 0, e -> e.u16(id).u16(0).text(type).u8(0));
    }
  }

  private void associations(BoxWriter w) {
    w.u32(items.size());
    for (int i = 0; i < items.size(); i++) {
      int[] indices = items.get(i).properties;
      w.u16(i + 1).u8(indices.length);
      for (int index : indices) {
        w.u8(index);
      }
    }
  }

  private void places(BoxWriter w, int first) {
    w.u16(0x4400).u16(items.size());
    int at = first;
    for (int i = 0; i < items.size(); i++) {
      int length = items.get(i).data.length;
      w.u16(i + 1).u16(openEnded ? 1 : 0).u16(0).u16(1).u32(at).u32(length);
      at += length;
    }
  }
}
