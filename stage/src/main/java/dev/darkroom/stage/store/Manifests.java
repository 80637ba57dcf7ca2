package dev.darkroom.stage.store;

import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.OriginalKey;
import dev.darkroom.contract.Owner;
import dev.darkroom.contract.ProcessedKey;
import dev.darkroom.contract.Rendition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds manifests, and commits new ones: the moment an upload is finished. */
public final class Manifests {
  /** Each lost round means that somebody else committed, so this many in a row do not happen. */
  private static final int MAX_ROUNDS = 10;

  private final ObjectStore store;

  public Manifests(ObjectStore store) {
    this.store = store;
  }

  /** A manifest and the version of it in the store. */
  public record Stored(Manifest manifest, String etag) {}

  /** How a commit can turn out. */
  public sealed interface Commit {
    /** It is the current manifest now, and its event is on the way. */
    record Committed() implements Commit {}

    /** A result at least as new was there first and stays. */
    record Outdated(Manifest current) implements Commit {}
  }

  public Optional<Stored> find(Owner owner, MediaId id) {
    return read(store.openLatest(ProcessedKey.manifest(owner, id).key()));
  }

  /** The manifest as an event announced it; empty when it was replaced or deleted since. */
  public Optional<Stored> find(ProcessedKey key, String etag) {
    return read(store.open(key.key(), etag));
  }

  private static Optional<Stored> read(Read read) {
    return switch (read) {
      case Read.Gone() -> Optional.empty();
      case Read.Opened opened -> {
        try (opened) {
          // To its end, which a JSON parser does not look for: only then is the connection kept.
          byte[] json = opened.body().readAllBytes();
          yield Optional.of(new Stored(ManifestJson.read(json), opened.info().etag()));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    };
  }

  /**
   * Makes this the current manifest unless a result at least as new is there: of two racing writers
   * exactly one commits. Outputs that only the replaced manifest named are deleted.
   *
   * <p>A write whose answer was lost on the way is repeated by the client underneath and loses to
   * itself; finding exactly this manifest in the store is therefore a success.
   */
  public Commit commit(Manifest next) {
    String key = ProcessedKey.manifest(next.owner(), next.id()).key();
    byte[] json = ManifestJson.write(next);
    Optional<Stored> expected = Optional.empty();
    for (int round = 0; round < MAX_ROUNDS; round++) {
      Optional<Stored> current = find(next.owner(), next.id());
      if (round > 0 && current.isPresent() && current.get().manifest().equals(next)) {
        expected.ifPresent(replaced -> deleteStale(replaced.manifest(), next));
        return new Commit.Committed();
      }
      if (current.isPresent() && !Version.of(next).supersedes(current.get().manifest())) {
        return new Commit.Outdated(current.get().manifest());
      }
      Write write =
          current.isEmpty()
              ? store.putIfAbsent(key, PutOptions.json(), json)
              : store.putIfMatch(key, current.get().etag(), PutOptions.json(), json);
      if (write instanceof Write.Written) {
        current.ifPresent(replaced -> deleteStale(replaced.manifest(), next));
        return new Commit.Committed();
      }
      expected = current;
    }
    throw new IllegalStateException("lost " + MAX_ROUNDS + " races for " + key);
  }

  /**
   * Deletes all outputs of an upload, and looks again until there are none: whoever writes one and
   * then looks whether its manifest or original is still there either sees the deletion or is seen
   * by it.
   */
  public void deleteOutputs(Owner owner, MediaId id) {
    String prefix = ProcessedKey.prefix(owner, id);
    for (List<String> keys = store.keys(prefix); !keys.isEmpty(); keys = store.keys(prefix)) {
      store.delete(keys);
    }
  }

  /**
   * Deletes what a deletion of the original has missed: outputs written after its last look.
   *
   * @return whether the original was gone
   */
  public boolean deleteIfOrphaned(OriginalKey original) {
    if (store.head(original.key()).isPresent()) {
      return false;
    }
    // Hand-made keys may put two originals under one id: the other's outputs are not orphans.
    boolean another =
        find(original.owner(), original.id())
            .filter(stored -> !stored.manifest().original().key().equals(original.key()))
            .isPresent();
    if (!another) {
      deleteOutputs(original.owner(), original.id());
    }
    return true;
  }

  /** A rendition may be the original itself, which stays whatever came of it. */
  private void deleteStale(Manifest replaced, Manifest next) {
    Set<String> kept =
        next.renditions().stream().map(Rendition::key).collect(Collectors.toUnmodifiableSet());
    String outputs = ProcessedKey.prefix(next.owner(), next.id());
    store.delete(
        replaced.renditions().stream()
            .map(Rendition::key)
            .filter(key -> key.startsWith(outputs) && !kept.contains(key))
            .toList());
  }
}
