package dev.darkroom.local.s3;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.UUID;

/**
 * The request that a write comes from, as far as its event tells.
 *
 * @param method of the HTTP request; empty if unknown
 * @param requestId as in the answer's {@code x-amz-request-id}
 */
record Origin(String method, String sourceIp, String requestId) {
  static final ScopedValue<Exchange> CURRENT = ScopedValue.newInstance();

  /** A request and the answer that is being made to it. */
  record Exchange(HttpServletRequest request, HttpServletResponse response) {
    Origin origin() {
      var id = response.getHeader("x-amz-request-id");
      return new Origin(
          request.getMethod(),
          request.getRemoteAddr(),
          Objects.requireNonNullElseGet(id, () -> UUID.randomUUID().toString()));
    }
  }

  /** S3Proxy finishes some requests on threads of its own, which know no origin. */
  static Origin current() {
    return CURRENT.isBound()
        ? CURRENT.get().origin()
        : new Origin("", "127.0.0.1", UUID.randomUUID().toString());
  }
}
