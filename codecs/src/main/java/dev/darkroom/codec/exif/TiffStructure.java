package dev.darkroom.codec.exif;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Head;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.exif.TiffDirectory.Field;
import java.util.HashMap;

/**
 * Walks the directories of a TIFF file, or of Exif, which has the same structure (section 2), or of
 * a BigTIFF, whose counts and offsets have eight bytes.
 */
public final class TiffStructure {
  private static final int VERSION = 42;
  private static final int BIG_VERSION = 43;

  /** Most entries of a directory; a count of two bytes can say no more. */
  private static final int MAX_ENTRIES = 0xffff;

  /** Most values of a field, more than any file has bytes. */
  private static final long MAX_VALUES = 1L << 40;

  private final Head head;
  private final boolean littleEndian;
  private final boolean big;

  private TiffStructure(Head head, boolean littleEndian, boolean big) {
    this.head = head;
    this.littleEndian = littleEndian;
    this.big = big;
  }

  public static TiffStructure open(Head head) throws Malformed {
    String order = head.slice(0, 2).text(2);
    if (!order.equals("II") && !order.equals("MM")) {
      throw new Malformed(0, "no byte order");
    }
    boolean littleEndian = order.equals("II");
    int version = new TiffStructure(head, littleEndian, false).u16(2);
    if (version != VERSION && version != BIG_VERSION) {
      throw new Malformed(2, "no TIFF structure");
    }
    return new TiffStructure(head, littleEndian, version == BIG_VERSION);
  }

  /** Returns the offset of the first directory. */
  public long first() throws Malformed {
    return offset(big ? 8 : 4);
  }

  /** Returns the offset of the directory that follows another; 0 if that was the last one. */
  public long next(long directory) throws Malformed {
    return offset(directory + countBytes() + (long) entryBytes() * entries(directory));
  }

  /** Returns the number of entries that a directory claims. */
  public int entries(long directory) throws Malformed {
    long count = big ? u64(directory) : u16(directory);
    if (count < 0 || count > MAX_ENTRIES) {
      throw new Malformed(directory, "a directory of more than 65,535 entries");
    }
    return (int) count;
  }

  /**
   * Reads the directory at an offset. Of two entries with the same tag the first one counts; of a
   * directory that claims more entries than the file has bytes, those that are there.
   */
  public TiffDirectory directory(long at) throws Malformed {
    int count = entries(at);
    int size = entryBytes();
    long first = at + countBytes();
    if (head.isWhole()) {
      count = (int) Math.min(count, (head.length() - first) / size);
    }
    head.slice(first, (long) size * count);
    var fields = new HashMap<Integer, Field>();
    for (int i = 0; i < count; i++) {
      long entry = first + (long) size * i;
      long values = big ? Math.clamp(u64(entry + 4), 0, MAX_VALUES) : u32(entry + 4);
      fields.putIfAbsent(u16(entry), new Field(u16(entry + 2), values, entry + (big ? 12 : 8)));
    }
    return new TiffDirectory(this, fields);
  }

  private int countBytes() {
    return big ? 8 : 2;
  }

  private int entryBytes() {
    return big ? 20 : 12;
  }

  /** Returns how many bytes of values an entry holds itself. */
  int inlineBytes() {
    return big ? 8 : 4;
  }

  /** Reads an offset; one that fits no file is malformed. */
  long offset(long at) throws Malformed {
    long offset = big ? u64(at) : u32(at);
    if (offset < 0 || offset > Long.MAX_VALUE / 2) {
      throw new Malformed(at, "an offset of more than 62 bits");
    }
    return offset;
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
