package dev.darkroom.contract;

import java.util.Optional;

/**
 * The key of an original: {@code originals/image|video/{owner}/{id}/{file}}.
 *
 * <p>Files dropped into the bucket with other tools are originals too: if the two segments after
 * the kind are not an owner and an id, the owner is {@code local} and the id is derived from the
 * key.
 *
 * @param key the whole key
 * @param file the key's last segment
 */
public record OriginalKey(MediaKind kind, Owner owner, MediaId id, String key, String file) {
  public static final String PREFIX = "originals/";

  /** The key of a new upload. */
  public static OriginalKey of(MediaKind kind, Owner owner, MediaId id, FileName name) {
    String file = name.safe();
    return new OriginalKey(kind, owner, id, prefix(kind, owner) + id + "/" + file, file);
  }

  /** Prefix of all originals that an owner has of one kind. */
  public static String prefix(MediaKind kind, Owner owner) {
    return PREFIX + kind + "/" + owner + "/";
  }

  /** Parses a key; empty if it is not an original's, like the folder marks that consoles make. */
  public static Optional<OriginalKey> parse(String key) {
    for (MediaKind kind : MediaKind.values()) {
      String prefix = PREFIX + kind + "/";
      if (key.startsWith(prefix) && !key.endsWith("/")) {
        return Optional.of(parse(kind, key, key.substring(prefix.length())));
      }
    }
    return Optional.empty();
  }

  private static OriginalKey parse(MediaKind kind, String key, String path) {
    String[] segments = path.split("/", 3);
    String file = path.substring(path.lastIndexOf('/') + 1);
    if (segments.length == 3 && Owner.isValid(segments[0]) && MediaId.isValid(segments[1])) {
      return new OriginalKey(kind, new Owner(segments[0]), new MediaId(segments[1]), key, file);
    }
    return new OriginalKey(kind, Owner.LOCAL, MediaId.derived(key), key, file);
  }

  /** Names the upload for logs, which hold no file names. */
  @Override
  public String toString() {
    return kind + "/" + owner + "/" + id;
  }
}
