package dev.darkroom.stage.store;

import java.io.FilterInputStream;
import java.io.IOException;
import software.amazon.awssdk.core.ResponseInputStream;

/**
 * Drops the connection when closed before the end, where the SDK would read the rest of the object
 * to reuse the connection. At the end it keeps the connection, even if the reader knew the length
 * and never asked for more.
 */
final class AbortingStream extends FilterInputStream {
  private final ResponseInputStream<?> body;
  private long remaining;
  private boolean ended;

  /**
   * @param length of the body, in bytes
   */
  AbortingStream(ResponseInputStream<?> body, long length) {
    super(body);
    this.body = body;
    this.remaining = length;
  }

  @Override
  public int read() throws IOException {
    int b = super.read();
    took(b < 0 ? b : 1);
    return b;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = super.read(buffer, offset, length);
    took(count);
    return count;
  }

  @Override
  public long skip(long count) throws IOException {
    long skipped = super.skip(count);
    remaining -= skipped;
    return skipped;
  }

  private void took(int count) {
    if (count < 0) {
      ended = true;
    } else {
      remaining -= count;
    }
  }

  @Override
  public void close() throws IOException {
    if (remaining > 0 && !ended) {
      body.abort();
    } else if (!ended) {
      // The SDK verifies the checksum only when it is read past the end.
      super.read();
    }
    super.close();
  }
}
