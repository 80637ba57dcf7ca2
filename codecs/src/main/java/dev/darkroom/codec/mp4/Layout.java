package dev.darkroom.codec.mp4;

import dev.darkroom.codec.ByteReader;
import java.util.List;

/**
 * How a file is laid out, as far as it was looked at: up to its index and, of a fragmented file,
 * the fragments that were read.
 *
 * @param boxes in the order of the file
 * @param index payload of the {@code moov} box
 */
public record Layout(List<Part> boxes, ByteReader index) {
  public Layout {
    boxes = List.copyOf(boxes);
  }

  /**
   * A box at the top level.
   *
   * @param offset where it starts
   * @param size with its header
   */
  public record Part(String type, long offset, long size) {
    public long end() {
      return offset + size;
    }
  }

  /** Where the index lies. */
  public Part moov() {
    return boxes.stream().filter(part -> part.type.equals("moov")).findFirst().orElseThrow();
  }

  /** Whether a player that reads from the start meets the index before any media data. */
  public boolean indexFirst() {
    for (Part part : boxes) {
      if (part.type.equals("moov")) {
        return true;
      }
      if (part.type.equals("mdat")) {
        return false;
      }
    }
    throw new IllegalStateException("a layout without an index");
  }
}
