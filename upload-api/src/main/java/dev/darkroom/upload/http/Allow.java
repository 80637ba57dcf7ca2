package dev.darkroom.upload.http;

import java.util.Map;

/**
 * The methods that an address knows. An answer of 405 must name them (RFC 9110, 15.5.6), and the
 * REST layer does not.
 */
final class Allow {
  /** By the shape of the path. */
  private static final Map<String, String> METHODS =
      Map.of(
          "media", "GET, POST",
          "media/*", "GET, DELETE",
          "media/*/*", "POST",
          "uploads", "POST");

  private Allow() {}

  /** For {@code Allow}. */
  static String at(String path) {
    String shape = path.replaceAll("^/+|/+$", "").replaceAll("/[^/]+", "/*");
    return METHODS.getOrDefault(shape, "GET");
  }
}
