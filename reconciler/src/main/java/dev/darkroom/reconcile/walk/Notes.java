package dev.darkroom.reconcile.walk;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.Owner;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.stage.store.PutOptions;
import dev.darkroom.stage.store.Read;
import dev.darkroom.stage.store.StoredObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * Notes that something of an upload was sent again. A note holds the original's key, and its time
 * tells when that was; it is deleted once the upload is in order.
 */
public final class Notes {
  static final String PREFIX = "reconcile/sent/";

  private final ObjectStore store;

  public Notes(ObjectStore store) {
    this.store = store;
  }

  /** Finds the folder that a note's key tells; empty if it is no note's. */
  static Optional<Folder> folder(String key) {
    String[] segments = key.substring(PREFIX.length()).split("/", -1);
    return segments.length == 2 && Owner.isValid(segments[0]) && MediaId.isValid(segments[1])
        ? Optional.of(new Folder(new Owner(segments[0]), new MediaId(segments[1])))
        : Optional.empty();
  }

  Optional<StoredObject> find(Folder folder) {
    return store
        .head(key(folder))
        .map(it -> new StoredObject(it.key(), it.etag(), it.size(), it.lastModified()));
  }

  /** Reads the key of the original of which something was sent. */
  public Optional<String> originalKey(Folder folder) {
    return switch (store.openLatest(key(folder))) {
      case Read.Gone() -> Optional.empty();
      case Read.Opened opened -> {
        try (opened) {
          yield Optional.of(new String(opened.body().readAllBytes(), UTF_8));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    };
  }

  /** Notes that something was sent just now. */
  public void write(Folder folder, String originalKey) {
    store.put(key(folder), PutOptions.text(), originalKey.getBytes(UTF_8));
  }

  public void delete(Folder folder) {
    store.delete(List.of(key(folder)));
  }

  private static String key(Folder folder) {
    return PREFIX + folder;
  }
}
