package dev.darkroom.upload.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Takes the body of an upload without a {@code Content-Type} as the file itself, whose format its
 * content tells anyway; JAX-RS would look for a form in it.
 */
final class RawByDefault {
  private static final List<String> RAW = List.of(MediaType.APPLICATION_OCTET_STREAM);

  @ServerRequestFilter(preMatching = true)
  void declare(ContainerRequestContext request) {
    if (request.getUriInfo().getPath().equals("/media")) {
      request.getHeaders().putIfAbsent(HttpHeaders.CONTENT_TYPE, RAW);
    }
  }
}
