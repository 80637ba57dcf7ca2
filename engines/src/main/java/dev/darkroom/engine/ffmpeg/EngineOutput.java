package dev.darkroom.engine.ffmpeg;

import java.io.IOException;
import java.io.InputStream;

/** Reads what a process writes. Ends when the process does, however it ends, or at a limit. */
final class EngineOutput extends InputStream {
  private final InputStream in;
  private final Runnable tooMuch;
  private long left;

  /**
   * @param limit most bytes to read
   * @param tooMuch called if there are more
   */
  EngineOutput(InputStream in, long limit, Runnable tooMuch) {
    this.in = in;
    this.left = limit;
    this.tooMuch = tooMuch;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count;
    try {
      count = in.read(bytes, offset, length);
    } catch (IOException e) {
      // The process was killed, which closes this pipe.
      return -1;
    }
    if (count > left) {
      tooMuch.run();
      return -1;
    }
    left -= Math.max(0, count);
    return count;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
