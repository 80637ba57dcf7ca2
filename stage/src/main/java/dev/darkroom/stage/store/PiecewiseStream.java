package dev.darkroom.stage.store;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Reads a range of one version of an object for a consumer that may be slow, such as an encoder.
 *
 * <p>Each request is read to its end before any of its bytes are handed out. Otherwise, the server
 * closes a connection that the consumer leaves waiting (users of S3 report 20 seconds), while the
 * rest of the response already lies in buffers on this side. The client, which sees the response
 * end well, keeps the dead connection for the next request, and a write that goes there fails.
 */
public final class PiecewiseStream extends InputStream {
  /** Largest number of bytes that are read, and held, at once. */
  static final int PIECE = 8 << 20;

  private final ObjectStore store;
  private final String key;
  private final String etag;
  private final Supplier<? extends IOException> gone;
  private final long end;
  private long next;
  private byte[] piece = new byte[0];
  private int at;

  /**
   * @param from where the range begins in the object
   * @param length of the range in bytes
   * @param gone what is thrown if this version does not exist, or no longer
   */
  public PiecewiseStream(
      ObjectStore store,
      String key,
      String etag,
      long from,
      long length,
      Supplier<? extends IOException> gone) {
    this.store = store;
    this.key = key;
    this.etag = etag;
    this.gone = gone;
    this.next = from;
    this.end = from + length;
  }

  @Override
  public int read() throws IOException {
    return ready() ? piece[at++] & 0xff : -1;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, buffer.length);
    if (length == 0) {
      return 0;
    }
    if (!ready()) {
      return -1;
    }
    int count = Math.min(length, piece.length - at);
    System.arraycopy(piece, at, buffer, offset, count);
    at += count;
    return count;
  }

  /** Reads the next piece if the last one is used up; returns whether there is a byte left. */
  private boolean ready() throws IOException {
    if (at < piece.length) {
      return true;
    }
    if (next == end) {
      return false;
    }
    int length = (int) Math.min(PIECE, end - next);
    // Released first, so that one piece at a time is held.
    piece = new byte[0];
    piece = fetch(length);
    at = 0;
    next += length;
    return true;
  }

  private byte[] fetch(int length) throws IOException {
    return switch (store.openRange(key, etag, next, length)) {
      case Read.Gone() -> throw gone.get();
      case Read.Opened opened -> {
        try (opened) {
          byte[] bytes = opened.body().readNBytes(length);
          if (bytes.length < length) {
            throw new EOFException("the connection ended before the range did");
          }
          yield bytes;
        }
      }
    };
  }
}
