package dev.darkroom.local.s3;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;

/**
 * A request whose body is read to its end before it is answered, also when it is refused early.
 * Jetty otherwise closes the connection under the client, which then sees a broken pipe in place of
 * the 412.
 */
final class DrainedRequest extends HttpServletRequestWrapper {
  /** Longer rests are cut off, as S3 does. */
  private static final long LONGEST_REST = 64L * 1024 * 1024;

  DrainedRequest(HttpServletRequest request) {
    super(request);
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    return new Body(super.getInputStream());
  }

  private static final class Body extends ServletInputStream {
    private final ServletInputStream body;

    Body(ServletInputStream body) {
      this.body = body;
    }

    @Override
    public int read() throws IOException {
      return body.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      return body.read(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      var buffer = new byte[8192];
      for (long rest = 0; rest < LONGEST_REST; ) {
        int read = body.read(buffer);
        if (read < 0) {
          break;
        }
        rest += read;
      }
      body.close();
    }

    @Override
    public boolean isFinished() {
      return body.isFinished();
    }

    @Override
    public boolean isReady() {
      return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      body.setReadListener(listener);
    }
  }
}
