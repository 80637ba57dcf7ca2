package dev.darkroom.upload.media;

import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.MediaKind;
import dev.darkroom.contract.OriginalKey;
import dev.darkroom.contract.Owner;
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
    return keysOf(owner, id).toList();
  }

  Optional<MediaState.Queued> find(Owner owner, MediaId id) {
    return keysOf(owner, id)
        .flatMap(key -> store.head(key).stream())
        .flatMap(
            info ->
                OriginalKey.parse(info.key()).stream().map(key -> new MediaState.Queued(key, info)))
        .findFirst();
  }

  private Stream<String> keysOf(Owner owner, MediaId id) {
    return Arrays.stream(MediaKind.values())
        .flatMap(kind -> store.keys(OriginalKey.prefix(kind, owner) + id + "/").stream());
  }
}
