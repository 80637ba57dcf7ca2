package dev.darkroom.upload.media;

import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.MediaKind;
import dev.darkroom.contract.OriginalKey;
import dev.darkroom.contract.Owner;
import dev.darkroom.stage.store.ObjectInfo;
import dev.darkroom.stage.store.ObjectStore;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the originals of an upload by its owner and id. Files dropped elsewhere into the bucket are
 * found by their manifests only.
 */
@Singleton
final class Originals {
  private final ObjectStore store;

  Originals(ObjectStore store) {
    this.store = store;
  }

  /** The keys of all originals, usually one. */
  List<String> keys(Owner owner, MediaId id) {
    return stored(owner, id).map(ObjectInfo::key).toList();
  }

  Optional<MediaState.Queued> find(Owner owner, MediaId id) {
    return stored(owner, id)
        .flatMap(
            info ->
                OriginalKey.parse(info.key()).stream().map(key -> new MediaState.Queued(key, info)))
        .findFirst();
  }

  private Stream<ObjectInfo> stored(Owner owner, MediaId id) {
    return Arrays.stream(MediaKind.values())
        .flatMap(kind -> store.keys(OriginalKey.prefix(kind, owner) + id + "/").stream())
        .flatMap(key -> store.original(key).stream());
  }
}
