package dev.darkroom.codec.mp4;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A box within an index that has been read (4.2). */
public record Box(String type, ByteReader payload) {
  private static final int HEADER = 8;
  private static final int LARGE_HEADER = 16;

  /** Counts boxes, so that a file of nothing but empty ones is given up on. */
  public static final class Budget {
    private int left;

    /** As many boxes as that. */
    public Budget(int boxes) {
      this.left = boxes;
    }

    Budget(Mp4Limits limits) {
      this(limits.boxes());
    }

    void take(long offset) throws Malformed {
      if (--left < 0) {
        throw new Malformed(offset, "too many boxes");
      }
    }
  }

  /**
   * The boxes that fill the rest of a payload. Fewer than eight bytes at the end are passed over:
   * QuickTime closes some lists with a 32-bit zero.
   */
  public static List<Box> list(ByteReader in, Budget budget) throws Malformed {
    var boxes = new ArrayList<Box>();
    while (in.remaining() >= HEADER) {
      long offset = in.offset();
      budget.take(offset);
      long size = in.u32();
      String type = in.text(4);
      int header = HEADER;
      if (size == 1) {
        size = in.u64();
        header = LARGE_HEADER;
      } else if (size == 0) {
        size = (long) header + in.remaining();
      }
      if (size < header || size - header > in.remaining()) {
        throw new Malformed(offset, "box " + type + " does not fit where it is,");
      }
      boxes.add(new Box(type, in.slice((int) (size - header))));
    }
    return boxes;
  }

  /** A fresh view of the payload of the first box of this type. */
  public static @Nullable ByteReader find(List<Box> boxes, String type) {
    for (Box box : boxes) {
      if (box.type.equals(type)) {
        return box.payload.fromStart();
      }
    }
    return null;
  }

  /** The same, where the format demands one. */
  public static ByteReader require(List<Box> boxes, String type, ByteReader parent)
      throws Malformed {
    ByteReader found = find(boxes, type);
    if (found == null) {
      throw new Malformed(parent.offset(), "no " + type + " box before");
    }
    return found;
  }

  /** The boxes within the first box of this type; none if there is no such box. */
  public static List<Box> within(List<Box> boxes, String type, Budget budget) throws Malformed {
    ByteReader found = find(boxes, type);
    return found == null ? List.of() : list(found, budget);
  }
}
