package dev.darkroom.stage.store;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How an object is to be served.
 *
 * @param metadata the user's; keys in lower case, values in ASCII
 */
public record PutOptions(
    String contentType,
    @Nullable String cacheControl,
    @Nullable String contentDisposition,
    Map<String, String> metadata) {
  private static final String IMMUTABLE = "public, max-age=31536000, immutable";

  public PutOptions {
    metadata = Map.copyOf(metadata);
  }

  /** An output that never changes under its key. */
  public static PutOptions rendition(String contentType) {
    return new PutOptions(contentType, IMMUTABLE, null, Map.of());
  }

  /** JSON that may be replaced. */
  public static PutOptions json() {
    return new PutOptions("application/json", "no-cache", null, Map.of());
  }
}
