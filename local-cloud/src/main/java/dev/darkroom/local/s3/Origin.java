package dev.darkroom.local.s3;

import java.util.UUID;

/**
 * The request that a write comes from, as far as its event tells.
 *
 * @param method of the HTTP request
 */
record Origin(String method, String sourceIp, String requestId) {
  static final ScopedValue<Origin> CURRENT = ScopedValue.newInstance();

  /** S3Proxy finishes some requests on threads of its own, which know no origin. */
  static Origin current() {
    return CURRENT.isBound()
        ? CURRENT.get()
        : new Origin("", "127.0.0.1", UUID.randomUUID().toString());
  }
}
