package dev.darkroom.stage.store;

import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.MediaKind;
import dev.darkroom.contract.OriginalKey;
import dev.darkroom.contract.Owner;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the originals of an upload by its owner and id. Files dropped elsewhere into the bucket are
 * found by their manifests only.
 */
public final class Originals {
  private final ObjectStore store;

  public Originals(ObjectStore store) {
    this.store = store;
  }

  /** An original that is there. */
  public record Original(OriginalKey key, ObjectInfo info) {}

  /** The keys of all originals, usually one. */
  public List<String> keys(Owner owner, MediaId id) {
    return stored(owner, id).map(ObjectInfo::key).toList();
  }

  /** Finds the original; one of them, if there are several. */
  public Optional<Original> find(Owner owner, MediaId id) {
    return stored(owner, id)
        .flatMap(info -> OriginalKey.parse(info.key()).stream().map(key -> new Original(key, info)))
        .findFirst();
  }

  private Stream<ObjectInfo> stored(Owner owner, MediaId id) {
    return Arrays.stream(MediaKind.values())
        .flatMap(kind -> store.keys(OriginalKey.prefix(kind, owner) + id + "/").stream())
        .flatMap(key -> store.original(key).stream());
  }
}
