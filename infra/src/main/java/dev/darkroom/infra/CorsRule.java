package dev.darkroom.infra;

import java.time.Duration;
import java.util.List;

/**
 * What a web page of another origin may do with a bucket.
 *
 * @param maxAge how long a browser may remember the answer
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
