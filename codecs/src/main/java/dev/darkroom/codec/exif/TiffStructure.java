package dev.darkroom.codec.exif;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Head;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.exif.TiffDirectory.Field;
import java.util.HashMap;

/** Walks the directories of a TIFF file, or of Exif, which has the same structure (section 2). */
public final class TiffStructure {
  private static final int ENTRY = 12;

  private final Head head;
  private final boolean littleEndian;

  private TiffStructure(Head head, boolean littleEndian) {
    this.head = head;
    this.littleEndian = littleEndian;
  }

  public static TiffStructure open(Head head) throws Malformed {
    String order = head.slice(0, 2).text(2);
    if (!order.equals("II") && !order.equals("MM")) {
      throw new Malformed(0, "no byte order");
    }
    var tiff = new TiffStructure(head, order.equals("II"));
    if (tiff.u16(2) != 42) {
      throw new Malformed(2, "no TIFF structure");
    }
    return tiff;
  }

  /** Returns the offset of the first directory. */
  public long first() throws Malformed {
    return u32(4);
  }

  /** Returns the offset of the directory that follows another; 0 if that was the last one. */
  public long next(long directory) throws Malformed {
    return u32(directory + 2 + (long) ENTRY * u16(directory));
  }

  /** Returns the number of entries that a directory claims. */
  public int entries(long directory) throws Malformed {
    return u16(directory);
  }

  /**
   * Reads the directory at an offset. Of two entries with the same tag the first one counts; of a
   * directory that claims more entries than the file has bytes, those that are there.
   */
  public TiffDirectory directory(long at) throws Malformed {
    int count = u16(at);
    if (head.isWhole()) {
      count = (int) Math.min(count, (head.length() - at - 2) / ENTRY);
    }
    head.slice(at + 2, (long) ENTRY * count);
    var fields = new HashMap<Integer, Field>();
    for (int i = 0; i < count; i++) {
      long entry = at + 2 + (long) ENTRY * i;
      fields.putIfAbsent(u16(entry), new Field(u16(entry + 2), u32(entry + 4), entry + 8));
    }
    return new TiffDirectory(this, fields);
  }

  /** Returns a view of a part of the file. */
  public ByteReader slice(long at, long length) throws Malformed {
    return head.slice(at, length);
  }

  /** Returns a view from an offset to the last byte that is there. */
  public ByteReader sliceFrom(long at) throws Malformed {
    return head.sliceFrom(at);
  }

  public boolean littleEndian() {
    return littleEndian;
  }

  int u8(long at) throws Malformed {
    return head.u8(at);
  }

  long u64(long at) throws Malformed {
    return littleEndian ? u32(at + 4) << 32 | u32(at) : u32(at) << 32 | u32(at + 4);
  }

  int u16(long at) throws Malformed {
    ByteReader in = head.slice(at, 2);
    return littleEndian ? in.u16le() : in.u16();
  }

  int u31(long at) throws Malformed {
    long number = u32(at);
    if (number > Integer.MAX_VALUE) {
      throw new Malformed(at, "a number of more than 31 bits");
    }
    return (int) number;
  }

  long u32(long at) throws Malformed {
    ByteReader in = head.slice(at, 4);
    return littleEndian ? in.u32le() : in.u32();
  }
}
