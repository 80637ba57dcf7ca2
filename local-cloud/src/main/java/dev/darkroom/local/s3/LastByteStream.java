package dev.darkroom.local.s3;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Runs an action after the last byte of an upload, before its object appears. An exception of the
 * action makes the upload fail.
 */
final class LastByteStream extends FilterInputStream {
  private final Runnable atEnd;

  LastByteStream(InputStream stream, Runnable atEnd) {
    super(stream);
    this.atEnd = atEnd;
  }

  @Override
  public int read() throws IOException {
    return watched(super.read());
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    return watched(super.read(bytes, offset, length));
  }

  private int watched(int read) {
    if (read < 0) {
      atEnd.run();
    }
    return read;
  }
}
