package dev.darkroom.local.s3;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;

/**
 * Reads a request's body to its end before the answer, even if the request is refused early. Jetty
 * otherwise closes the connection while the client still sends, which then sees a broken pipe
 * instead of the 412.
 */
final class DrainedRequest extends HttpServletRequestWrapper {
  /** Maximum number of bytes to drain. S3 cuts off longer bodies too. */
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
