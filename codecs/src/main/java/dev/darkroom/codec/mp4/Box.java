package dev.darkroom.codec.mp4;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A box in memory (4.2), within an index that has been read. */
public record Box(String type, ByteReader payload) {

  /** Counts boxes, so that a file of nothing but empty boxes is refused. */
  public static final class Budget {
    private int left;

    /**
     * @param boxes how many are allowed in all
     */
    public Budget(int boxes) {
      this.left = boxes;
    }

    Budget(Mp4Limits limits) {
      this(limits.boxes());
    }

    /** Counts the box at an offset. */
    public void take(long offset) throws Malformed {
      if (--left < 0) {
        throw new Malformed(offset, "too many boxes");
      }
    }
  }

  /**
   * Splits the rest of a payload into boxes. Fewer than eight bytes at the end are ignored, because
   * QuickTime closes some lists with a 32-bit zero.
   */
  public static List<Box> list(ByteReader in, Budget budget) throws Malformed {
    var boxes = new ArrayList<Box>();
    while (in.remaining() >= BoxHead.SHORT) {
      budget.take(in.offset());
      BoxHead head = BoxHead.read(in, in.remaining());
      if (head.payloadSize() > in.remaining()) {
        throw new Malformed(head.offset(), "box " + head.type() + " does not fit where it is,");
      }
      boxes.add(new Box(head.type(), in.slice((int) head.payloadSize())));
    }
    return boxes;
  }

  /** Returns a fresh view of the payload of the first box of a type, null if there is none. */
  public static @Nullable ByteReader find(List<Box> boxes, String type) {
    for (Box box : boxes) {
      if (box.type.equals(type)) {
        return box.payload.fromStart();
      }
    }
    return null;
  }

  /**
   * Returns a fresh view of the payload of a box that the format demands.
   *
   * @param parent payload that the boxes come from, for the message
   */
  public static ByteReader require(List<Box> boxes, String type, ByteReader parent)
      throws Malformed {
    ByteReader found = find(boxes, type);
    if (found == null) {
      throw new Malformed(parent.offset(), "no " + type + " box before");
    }
    return found;
  }

  /** Splits the first box of a type into the boxes within it; empty if there is no such box. */
  public static List<Box> within(List<Box> boxes, String type, Budget budget) throws Malformed {
    ByteReader found = find(boxes, type);
    return found == null ? List.of() : list(found, budget);
  }
}
