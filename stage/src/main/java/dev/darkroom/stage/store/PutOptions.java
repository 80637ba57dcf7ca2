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
  private static final String IMMUTABLE = "public, max-age=31536000, immutable";

  public PutOptions {
    metadata = Map.copyOf(metadata);
  }

  /** Options of an output that does not change under its key. */
  public static PutOptions rendition(String contentType) {
    return new PutOptions(contentType, IMMUTABLE, null, Map.of());
  }

  /** Options of JSON that may be replaced. */
  public static PutOptions json() {
    return new PutOptions("application/json", "no-cache", null, Map.of());
  }
}
