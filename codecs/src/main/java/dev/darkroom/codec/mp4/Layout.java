package dev.darkroom.codec.mp4;

import dev.darkroom.codec.ByteReader;
import java.util.List;

/**
 * How a file is laid out, as far as it was read: up to its index and, of a fragmented file, the
 * fragments that were read.
 *
 * @param boxes at the top level, in the order of the file
 * @param index payload of the {@code moov} box
 */
public record Layout(List<BoxHead> boxes, ByteReader index) {
  public Layout {
    boxes = List.copyOf(boxes);
  }

  /** Returns the head of the index. */
  public BoxHead moov() {
    return boxes.stream().filter(box -> box.type().equals("moov")).findFirst().orElseThrow();
  }

  /** Whether a player that reads from the start meets the index before any media data. */
  public boolean indexFirst() {
    return boxes.stream()
        .map(BoxHead::type)
        .filter(type -> type.equals("moov") || type.equals("mdat"))
        .findFirst()
        .orElseThrow()
        .equals("moov");
  }
}
