package dev.darkroom.codec.webp;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Head;
import dev.darkroom.codec.Malformed;
import org.jspecify.annotations.Nullable;

/**
 * Walks the chunks of a WebP file, or those of a frame in it (2.3).
 *
 * <p>The file ends where its RIFF chunk ends. What follows is skipped (2.4), as libwebp does.
 */
final class RiffChunks {
  /** Length of the RIFF chunk's type and size and of the form type, in bytes. */
  private static final int FILE_HEADER = 12;

  private static final int CHUNK_HEADER = 8;

  private final ByteReader in;
  private boolean cutOff;

  /**
   * A chunk.
   *
   * @param offset of its type in the file, in bytes
   * @param size of its body in bytes, as it claims
   * @param body as far as there are bytes
   */
  record Chunk(String type, long offset, long size, ByteReader body) {
    boolean isWhole() {
      return body.length() == size;
    }
  }

  /** Walks the chunks in the body of another one. */
  RiffChunks(ByteReader in) {
    this.in = in;
  }

  /** Walks the chunks of a file, as far as the given bytes go. */
  static RiffChunks open(Head head) throws Malformed {
    ByteReader header = head.slice(0, FILE_HEADER);
    String riff = header.text(4);
    long size = header.u32le() - 4;
    if (!riff.equals("RIFF") || !header.text(4).equals("WEBP")) {
      throw new Malformed(0, "no WebP file");
    }
    ByteReader in = head.sliceFrom(FILE_HEADER);
    var chunks = new RiffChunks(in.slice(Math.clamp(size, 0, in.remaining())));
    chunks.cutOff = size > chunks.in.length();
    return chunks;
  }

  /** Moves to the first chunk, whose type tells the kind of file. */
  Chunk first() throws Malformed {
    Chunk first = next();
    if (first == null) {
      throw new Malformed(in.offset(), "no chunk");
    }
    return first;
  }

  /** Moves to the next chunk; null after the last one. */
  @Nullable Chunk next() throws Malformed {
    if (in.remaining() < CHUNK_HEADER) {
      return null;
    }
    long offset = in.offset();
    String type = in.text(4);
    long size = in.u32le();
    var chunk = new Chunk(type, offset, size, in.slice((int) Math.min(size, in.remaining())));
    cutOff |= !chunk.isWhole();
    // Chunks start at even offsets.
    in.skip(Math.min(size & 1, in.remaining()));
    return chunk;
  }

  /** Returns whether the bytes end before the file does, or before a chunk that has been read. */
  boolean isCutOff() {
    return cutOff;
  }
}
