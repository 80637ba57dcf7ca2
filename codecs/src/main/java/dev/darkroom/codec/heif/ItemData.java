package dev.darkroom.codec.heif;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.mp4.Mp4Source;
import java.io.IOException;
import java.util.List;

/**
 * Where an item's bytes lie in the file.
 *
 * @param extents pieces, to be put together in this order
 * @param size of all pieces together, in bytes
 */
public record ItemData(List<Extent> extents, long size) {
  private static final int MAX_ARRAY = Integer.MAX_VALUE - 8;

  /** The data of an item that does not exist. */
  public static final ItemData NONE = new ItemData(List.of(), 0);

  public ItemData {
    extents = List.copyOf(extents);
  }

  /** A piece of the file, in bytes. */
  public record Extent(long offset, long length) {}

  /** Reads the first bytes of the first piece, which may be none. */
  byte[] start(Mp4Source source, int most) throws IOException, Malformed {
    if (extents.isEmpty()) {
      return new byte[0];
    }
    Extent first = extents.getFirst();
    ByteReader start = source.read(first.offset, (int) Math.min(most, first.length));
    return start.bytes(start.remaining());
  }

  /**
   * Reads and joins all pieces.
   *
   * @throws Malformed if it leaves the file, or is larger
   */
  public byte[] read(Mp4Source source) throws IOException, Malformed {
    return read(source, (int) Math.min(source.size(), MAX_ARRAY));
  }

  /**
   * Reads and joins all pieces.
   *
   * @param limit largest size, in bytes
   * @throws Malformed if it is larger, or leaves the file
   */
  byte[] read(Mp4Source source, int limit) throws IOException, Malformed {
    if (size > limit) {
      throw new Malformed(at(), "an item of " + size + " bytes");
    }
    // Allocates only what the file really holds.
    for (Extent extent : extents) {
      if (extent.offset + extent.length > source.size()) {
        throw new Malformed(extent.offset, "an item that leaves the file");
      }
    }
    byte[] bytes = new byte[(int) size];
    int at = 0;
    for (Extent extent : extents) {
      ByteReader piece = source.read(extent.offset, (int) extent.length);
      int length = piece.remaining();
      piece.copyTo(bytes, at);
      at += length;
    }
    return bytes;
  }

  private long at() {
    return extents.isEmpty() ? 0 : extents.getFirst().offset;
  }
}
