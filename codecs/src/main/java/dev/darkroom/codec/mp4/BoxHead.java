package dev.darkroom.codec.mp4;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import java.io.IOException;

/**
 * The head of a box (4.2): its type, where it starts and how far it reaches.
 *
 * @param type four characters
 * @param offset of the box's first byte in the file
 * @param length of the head itself, 8 or 16 bytes
 * @param size of the whole box in bytes, head included
 */
public record BoxHead(String type, long offset, int length, long size) {
  static final int SHORT = 8;
  private static final int LONG = 16;

  /**
   * Reads a head, which may announce more bytes than there are.
   *
   * @param room bytes from the box's start to the end of what surrounds it, which is where a box of
   *     unstated size ends
   */
  static BoxHead read(ByteReader in, long room) throws Malformed {
    long offset = in.offset();
    long size = in.u32();
    String type = in.text(4);
    int length = SHORT;
    if (size == 1) {
      size = in.u64();
      length = LONG;
    } else if (size == 0) {
      size = room;
    }
    if (size < length || size > Long.MAX_VALUE - offset) {
      throw new Malformed(offset, "a box that is smaller than its own header");
    }
    return new BoxHead(type, offset, length, size);
  }

  /** Reads the head of the box that starts at an offset of the file. */
  public static BoxHead at(long offset, Mp4Source source) throws IOException, Malformed {
    long room = source.size() - offset;
    return read(source.read(offset, (int) Math.min(LONG, room)), room);
  }

  /** Bytes that follow the head. */
  public long payloadSize() {
    return size - length;
  }

  /** Offset of the first byte after the box. */
  public long end() {
    return offset + size;
  }

  /** Reads all that follows the head; the caller has checked that it is not too much. */
  public ByteReader payload(Mp4Source source) throws IOException, Malformed {
    return source.read(offset + length, (int) payloadSize());
  }
}
