package dev.darkroom.stage.store;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Metadata of an object.
 *
 * @param etag without quotes
 * @param size of the whole object, in bytes
 * @param metadata user metadata, keys in lower case
 */
public record ObjectInfo(
    String key,
    String etag,
    long size,
    @Nullable String contentType,
    Instant lastModified,
    Map<String, String> metadata) {
  public ObjectInfo {
    metadata = Map.copyOf(metadata);
  }
}
