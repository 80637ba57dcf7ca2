package dev.darkroom.infra;

import java.time.Duration;
import java.util.List;

/**
 * Allows web pages of other origins to use a bucket.
 *
 * @param maxAge how long a browser may cache the answer to a preflight request
 */
public record CorsRule(
    List<String> origins,
    List<String> methods,
    List<String> headers,
    List<String> exposedHeaders,
    Duration maxAge) {
  public CorsRule {
    origins = List.copyOf(origins);
    methods = List.copyOf(methods);
    headers = List.copyOf(headers);
    exposedHeaders = List.copyOf(exposedHeaders);
  }
}
