package dev.darkroom.operate.results;

import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.Owner;
import dev.darkroom.contract.ProcessedKey;
import dev.darkroom.stage.store.Manifests;
import dev.darkroom.stage.store.Manifests.Stored;
import dev.darkroom.stage.store.UnreadableManifestException;
import java.util.Optional;

/**
 * The result of an upload.
 *
 * @param manifest empty if this version cannot read it
 */
public record Result(Owner owner, MediaId id, Optional<Manifest> manifest) {
  /** Reads a result; empty if it was deleted since it was listed. */
  public static Optional<Result> read(Manifests manifests, ProcessedKey key) {
    try {
      return manifests
          .find(key.owner(), key.id())
          .map(Stored::manifest)
          .map(manifest -> new Result(key.owner(), key.id(), Optional.of(manifest)));
    } catch (UnreadableManifestException e) {
      return Optional.of(new Result(key.owner(), key.id(), Optional.empty()));
    }
  }
}
