package dev.darkroom.stage.store;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Headers and metadata that an object is served with.
 *
 * @param metadata user metadata: keys in lower case, values in ASCII
 */
public record PutOptions(
    String contentType,
    @Nullable String cacheControl,
    @Nullable String contentDisposition,
    Map<String, String> metadata) {
  /**
   * For browsers only, and no longer than links are valid, so that no copy of a deleted upload
   * stays with anybody else, or for long.
   */
  private static final String BROWSERS_FOR_AN_HOUR = "private, max-age=3600, immutable";

  public PutOptions {
    metadata = Map.copyOf(metadata);
  }

  /** Options of an output that does not change under its key. */
  public static PutOptions rendition(String contentType) {
    return new PutOptions(contentType, BROWSERS_FOR_AN_HOUR, null, Map.of());
  }

  /** Options of a text that is no rendition. */
  public static PutOptions text() {
    return new PutOptions("text/plain", "no-cache", null, Map.of());
  }

  /** Options of bytes that only functions read. */
  public static PutOptions binary() {
    return new PutOptions("application/octet-stream", "no-cache", null, Map.of());
  }

  /** Options of JSON that may be replaced. */
  public static PutOptions json() {
    return new PutOptions("application/json", "no-cache", null, Map.of());
  }
}
