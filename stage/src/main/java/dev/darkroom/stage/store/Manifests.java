package dev.darkroom.stage.store;

import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.OriginalKey;
import dev.darkroom.contract.OutputName;
import dev.darkroom.contract.Owner;
import dev.darkroom.contract.ProcessedKey;
import dev.darkroom.contract.Rendition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Finds manifests, and commits new ones, which is the moment an upload is finished. */
public final class Manifests {
  private static final Logger LOG = Logger.getLogger(Manifests.class);

  /** Each lost round means that another writer committed, so this many in a row do not happen. */
  private static final int MAX_ROUNDS = 10;

  private final ObjectStore store;

  public Manifests(ObjectStore store) {
    this.store = store;
  }

  /** A manifest, and its version in the store. */
  public record Stored(Manifest manifest, String etag) {}

  /** The result of a commit. */
  public sealed interface Commit {
    /** The manifest is the current one now, and its event is on the way. */
    record Committed() implements Commit {}

    /** A result at least as new was committed before, and stays. */
    record Outdated(Manifest current) implements Commit {}

    /** A result of a newer version of Darkroom was committed before, and stays. */
    record Newer() implements Commit {}
  }

  /**
   * Finds an upload's manifest.
   *
   * @throws UnreadableManifestException if this version cannot read it
   */
  public Optional<Stored> find(Owner owner, MediaId id) {
    return read(store.openLatest(ProcessedKey.manifest(owner, id).key()));
  }

  /** Finds an upload's manifest if this version can read it. */
  public Optional<Stored> findReadable(Owner owner, MediaId id) {
    try {
      return find(owner, id);
    } catch (UnreadableManifestException e) {
      LOG.warn("an upload's manifest is unreadable", e);
      return Optional.empty();
    }
  }

  /** Finds the key of an upload's original, even in a manifest that this version cannot read. */
  public Optional<String> originalKey(Owner owner, MediaId id) {
    try {
      return find(owner, id).map(stored -> stored.manifest().original().key());
    } catch (UnreadableManifestException e) {
      return e.originalKey()
          .filter(
              key ->
                  OriginalKey.parse(key)
                      .filter(it -> it.owner().equals(owner) && it.id().equals(id))
                      .isPresent());
    }
  }

  /**
   * Finds the manifest that an event announced; empty if it was replaced or deleted since.
   *
   * @throws UnreadableManifestException if this version cannot read it
   */
  public Optional<Stored> find(ProcessedKey key, String etag) {
    return read(store.open(key.key(), etag));
  }

  private static Optional<Stored> read(Read read) {
    return switch (read) {
      case Read.Gone() -> Optional.empty();
      case Read.Opened opened -> {
        try (opened) {
          // Read to the end, which a JSON parser does not do, so that the connection is kept.
          yield Optional.of(parse(opened.info(), opened.body().readAllBytes()));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    };
  }

  private static Stored parse(ObjectInfo info, byte[] json) {
    try {
      return new Stored(ManifestJson.read(json), info.etag());
    } catch (IOException e) {
      throw new UnreadableManifestException(
          info.key(),
          info.etag(),
          !ManifestJson.isObject(json),
          ManifestJson.originalKey(json).orElse(null),
          e);
    }
  }

  /**
   * Makes this the current manifest, unless there is a result at least as new: of two racing
   * writers exactly one commits. Outputs that only the replaced manifest named are deleted.
   *
   * <p>The SDK repeats a write whose answer was lost, and the second one loses to the first;
   * finding exactly this manifest in the store is therefore a success.
   */
  public Commit commit(Manifest next) {
    return commit(next, Optional.empty());
  }

  /**
   * Makes this the current manifest, like {@link #commit(Manifest)}, if it names outputs that an
   * earlier one names as well.
   *
   * @param basis the earlier manifest; while it is the current one, nobody deletes its outputs
   * @throws ReplacedBasisException if another result replaced the basis since
   */
  public Commit commit(Manifest next, Optional<Stored> basis) {
    try {
      return commitAfterReadable(next, basis);
    } catch (UnreadableManifestException unreadable) {
      return commitAfter(unreadable, next, basis);
    }
  }

  private Commit commitAfter(
      UnreadableManifestException unreadable, Manifest next, Optional<Stored> basis) {
    if (!unreadable.yieldsTo(Version.of(next))) {
      return new Commit.Newer();
    }
    checkBasis(next, basis, Optional.empty());
    String key = ProcessedKey.manifest(next.owner(), next.id()).key();
    Write write =
        store.putIfMatch(key, unreadable.etag(), PutOptions.json(), ManifestJson.write(next));
    return switch (write) {
      case Write.Written _ -> new Commit.Committed();
      case Write.Lost() -> commitAfterReadable(next, basis);
    };
  }

  private Commit commitAfterReadable(Manifest next, Optional<Stored> basis) {
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
      checkBasis(next, basis, current);
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

  private static void checkBasis(Manifest next, Optional<Stored> basis, Optional<Stored> current) {
    if (!basis.equals(current)
        && basis.isPresent()
        && !Collections.disjoint(outputs(next), outputs(basis.get().manifest()))) {
      throw new ReplacedBasisException(next.id());
    }
  }

  /**
   * Deletes all outputs of an upload until a listing shows none. A writer that stores an output and
   * then checks that its manifest or original still exists either sees the deletion, or its output
   * is seen by it.
   */
  public void deleteOutputs(Owner owner, MediaId id) {
    String prefix = ProcessedKey.prefix(owner, id);
    for (List<String> keys = store.keys(prefix); !keys.isEmpty(); keys = store.keys(prefix)) {
      deleteAll(keys);
    }
  }

  /** Deletes plans first: they say that the work on an upload is wanted. */
  private void deleteAll(List<String> keys) {
    store.delete(keys.stream().filter(UnfinishedWork::isPlan).toList());
    store.delete(keys);
  }

  /**
   * Cleans up after an attempt at a version that stopped half-way, this one or an earlier one that
   * was killed: it may have written outputs that no manifest will name.
   */
  public void cleanUp(OriginalKey original, Version version) {
    if (!deleteIfOrphaned(original)) {
      deleteUnnamed(original, version);
    }
  }

  /**
   * Deletes outputs that a deletion of the original missed because they were written later. Only
   * what was there while the original was gone is deleted: a file that is dropped at the same key
   * soon afterwards keeps what its worker writes.
   *
   * @return whether the original was gone
   */
  public boolean deleteIfOrphaned(OriginalKey original) {
    if (store.original(original.key()).isPresent()) {
      return false;
    }
    if (belongsToAnother(original)) {
      return true;
    }
    String prefix = ProcessedKey.prefix(original.owner(), original.id());
    for (List<String> keys = store.keys(prefix); !keys.isEmpty(); keys = store.keys(prefix)) {
      if (store.original(original.key()).isPresent()) {
        return false;
      }
      deleteAll(keys);
    }
    return true;
  }

  /** Keys made by hand may put two originals under one id: the other's outputs are not orphans. */
  private boolean belongsToAnother(OriginalKey original) {
    return findReadable(original.owner(), original.id())
        .filter(stored -> !stored.manifest().original().key().equals(original.key()))
        .isPresent();
  }

  /**
   * Deletes outputs that attempts at a version left behind, once there is a result that no attempt
   * at this version can replace: then no manifest will ever name them.
   */
  public void deleteUnnamed(OriginalKey original, Version version) {
    findReadable(original.owner(), original.id())
        .map(Stored::manifest)
        .filter(current -> !version.supersedes(current))
        .ifPresent(
            current -> {
              delete(ofGeneration(version, current), current);
              // Last: if this is interrupted, the draft still tells what is to be deleted.
              endWork(version, current);
            });
  }

  /** Deletes what the replaced manifest named, and what killed attempts at its version left. */
  private void deleteStale(Manifest replaced, Manifest next) {
    var stale = new HashSet<>(outputs(replaced));
    stale.addAll(ofGeneration(Version.of(replaced), next));
    delete(stale, next);
    endWork(Version.of(replaced), next);
  }

  private void endWork(Version version, Manifest upload) {
    UnfinishedWork.end(store, upload.owner(), upload.id(), version.generation());
  }

  private void delete(Collection<String> outputs, Manifest except) {
    var unnamed = new HashSet<>(outputs);
    unnamed.removeAll(outputs(except));
    store.delete(unnamed);
  }

  private List<String> ofGeneration(Version version, Manifest upload) {
    String prefix = ProcessedKey.prefix(upload.owner(), upload.id());
    String generation = version.generation();
    return store.keys(prefix).stream()
        .filter(
            key ->
                OutputName.parse(key.substring(prefix.length()))
                    .filter(name -> name.generation().equals(generation))
                    .isPresent())
        .toList();
  }

  /** Returns the keys that a manifest names, without the original's, which may be a rendition. */
  private static Set<String> outputs(Manifest manifest) {
    String prefix = ProcessedKey.prefix(manifest.owner(), manifest.id());
    return manifest.renditions().stream()
        .map(Rendition::key)
        .filter(key -> key.startsWith(prefix))
        .collect(Collectors.toUnmodifiableSet());
  }
}
