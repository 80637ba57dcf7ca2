package dev.darkroom.stage.store;

import java.io.Serial;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A manifest exists that this version cannot read: one that a newer version wrote, before this one
 * came back, or one that was damaged. It stays an exception for a caller who cannot do without.
 */
public final class UnreadableManifestException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  private final String etag;
  private final boolean damaged;
  private final @Nullable String originalKey;

  /**
   * @param etag the manifest's version in the store
   * @param damaged whether it is no JSON object, which no version ever wrote
   * @param originalKey key of the original, if it is where this version would write it
   */
  UnreadableManifestException(
      String key, String etag, boolean damaged, @Nullable String originalKey, Throwable cause) {
    super("cannot read " + key, cause);
    this.etag = etag;
    this.damaged = damaged;
    this.originalKey = originalKey;
  }

  String etag() {
    return etag;
  }

  Optional<String> originalKey() {
    return Optional.ofNullable(originalKey);
  }

  /**
   * Whether a result of this version may replace it. Any result is better than a damaged manifest.
   * That of a newer version may name more than this version can make, so it stays until somebody
   * asks to process the original again.
   */
  public boolean yieldsTo(Version version) {
    return damaged || (version.requestedAt() != null && !version.gaveUp());
  }
}
