package dev.darkroom.store;

import java.io.FilterInputStream;
import java.io.IOException;
import software.amazon.awssdk.core.ResponseInputStream;

/**
 * Closing it before the end drops the connection: the SDK would read the rest of the object first,
 * to use the connection again.
 */
final class AbortingStream extends FilterInputStream {
  private final ResponseInputStream<?> body;
  private boolean ended;

  AbortingStream(ResponseInputStream<?> body) {
    super(body);
    this.body = body;
  }

  @Override
  public int read() throws IOException {
    int b = super.read();
    ended |= b < 0;
    return b;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = super.read(buffer, offset, length);
    ended |= count < 0;
    return count;
  }

  @Override
  public void close() throws IOException {
    if (!ended) {
      body.abort();
    }
    super.close();
  }
}
