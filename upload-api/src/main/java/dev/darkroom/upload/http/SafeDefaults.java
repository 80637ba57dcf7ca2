package dev.darkroom.upload.http;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Forbids to cache answers and to run them as pages, unless an answer says otherwise. */
final class SafeDefaults {
  private static final String POLICY = "Content-Security-Policy";

  @ServerResponseFilter
  void add(ContainerResponseContext answer) {
    MultivaluedMap<String, Object> headers = answer.getHeaders();
    // Links in answers are as good as credentials.
    if (!headers.containsKey(HttpHeaders.CACHE_CONTROL)) {
      headers.putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
    }
    if (!headers.containsKey(POLICY)) {
      headers.putSingle(POLICY, "default-src 'none'; frame-ancestors 'none'");
    }
  }
}
