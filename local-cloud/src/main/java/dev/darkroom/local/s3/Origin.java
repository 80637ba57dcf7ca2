package dev.darkroom.local.s3;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.UUID;

/**
 * The request that caused a write, as its event describes it.
 *
 * @param method HTTP method; empty if unknown
 * @param requestId value of the answer's {@code x-amz-request-id}
 */
record Origin(String method, String sourceIp, String requestId) {
  static final ScopedValue<Exchange> CURRENT = ScopedValue.newInstance();

  /** A request and its response. */
  record Exchange(HttpServletRequest request, HttpServletResponse response) {
    Origin origin() {
      var id = response.getHeader("x-amz-request-id");
      return new Origin(
          request.getMethod(),
          request.getRemoteAddr(),
          Objects.requireNonNullElseGet(id, () -> UUID.randomUUID().toString()));
    }
  }

  /** Origin of the current thread's request. S3Proxy finishes some requests on other threads. */
  static Origin current() {
    return CURRENT.isBound()
        ? CURRENT.get().origin()
        : new Origin("", "127.0.0.1", UUID.randomUUID().toString());
  }
}
