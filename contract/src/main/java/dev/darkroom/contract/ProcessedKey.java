package dev.darkroom.contract;

import java.util.Optional;

/** The key of an output: {@code processed/{owner}/{id}/{name}}. */
public record ProcessedKey(Owner owner, MediaId id, String name) {
  public static final String PREFIX = "processed/";

  /** Name of the output that is written last: an upload is finished when it exists. */
  public static final String MANIFEST = "manifest.json";

  public static ProcessedKey manifest(Owner owner, MediaId id) {
    return new ProcessedKey(owner, id, MANIFEST);
  }

  /** Prefix of all outputs of an owner. */
  public static String prefix(Owner owner) {
    return PREFIX + owner + "/";
  }

  /** Prefix of all outputs of one upload. */
  public static String prefix(Owner owner, MediaId id) {
    return prefix(owner) + id + "/";
  }

  /** Parses a key; empty if it is not an output's. */
  public static Optional<ProcessedKey> parse(String key) {
    String[] segments = key.split("/", 4);
    if (segments.length != 4
        || !key.startsWith(PREFIX)
        || !Owner.isValid(segments[1])
        || !MediaId.isValid(segments[2])
        || segments[3].isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new ProcessedKey(new Owner(segments[1]), new MediaId(segments[2]), segments[3]));
  }

  public boolean isManifest() {
    return name.equals(MANIFEST);
  }

  /** The whole key. */
  public String key() {
    return prefix(owner, id) + name;
  }
}
