package dev.darkroom.upload.http;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Names the methods of a path, as an answer of 405 must (RFC 9110, 15.5.6): the REST layer does
 * not.
 */
final class Allow {
  /** Methods by the shape of the path. */
  private static final Map<String, String> METHODS =
      Map.of(
          "media", "GET, POST",
          "media/*", "GET, DELETE",
          "media/*/*", "POST",
          "uploads", "POST");

  private Allow() {}

  /** The value of the header {@code Allow} for this path. */
  static String at(String path) {
    List<String> segments =
        Arrays.stream(path.split("/")).filter(segment -> !segment.isEmpty()).toList();
    if (segments.isEmpty()) {
      return "GET";
    }
    String shape = segments.getFirst() + "/*".repeat(segments.size() - 1);
    return METHODS.getOrDefault(shape, "GET");
  }
}
