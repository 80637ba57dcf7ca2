package dev.darkroom.codec.png;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Head;
import dev.darkroom.codec.Malformed;
import org.jspecify.annotations.Nullable;

/** Walks a file's chunks (5.3): length, type, data and a CRC, which is not checked. */
final class PngChunks {
  private static final int SIGNATURE = 8;
  private static final int OVERHEAD = 12;

  private final Head head;
  private final PngLayout layout;
  private long next;

  /**
   * A chunk's head.
   *
   * @param at offset of its data in the file
   * @param length of its data in bytes, as stated; the file may end before
   */
  record Chunk(String type, long at, long length) {
    /** Bytes of its data that come before the end of the file. */
    int available(byte[] file) {
      return (int) Math.min(length, file.length - at);
    }
  }

  /** Reads the first chunk, IHDR (11.2.1). */
  PngChunks(Head head) throws Malformed {
    this.head = head;
    ByteReader in = head.slice(SIGNATURE, 8 + PngLayout.LENGTH);
    if (in.u32() != PngLayout.LENGTH || !in.text(4).equals("IHDR")) {
      throw new Malformed(SIGNATURE, "the first chunk is no IHDR");
    }
    layout = PngLayout.read(in);
    next = SIGNATURE + OVERHEAD + PngLayout.LENGTH;
  }

  PngLayout layout() {
    return layout;
  }

  /** Returns the chunk after the last one, or null at IEND and where the bytes end. */
  @Nullable Chunk next() throws Malformed {
    if (!head.holds(next, 8)) {
      return null;
    }
    ByteReader in = head.slice(next, 8);
    long length = in.u32();
    var chunk = new Chunk(in.text(4), next + 8, length);
    next += OVERHEAD + length;
    return chunk.type().equals("IEND") ? null : chunk;
  }

  /** Returns a chunk's data. */
  ByteReader data(Chunk chunk) throws Malformed {
    return head.slice(chunk.at(), chunk.length());
  }
}
