package dev.darkroom.reconcile.mend;

import dev.darkroom.contract.Manifest;
import dev.darkroom.stage.store.Manifests;
import dev.darkroom.stage.store.UnreadableManifestException;
import dev.darkroom.stage.store.Version;

/** The result that an upload has. */
sealed interface Result {
  /** Whether there is nothing to do for a version of the original, given up or not. */
  boolean settles(Version version);

  /** There is no result. */
  record None() implements Result {
    @Override
    public boolean settles(Version version) {
      return false;
    }
  }

  /** A manifest that this version of Darkroom can read. */
  record Known(Manifests.Stored stored) implements Result {
    @Override
    public boolean settles(Version version) {
      Manifest manifest = stored.manifest();
      return !version.supersedes(manifest)
          || (Version.of(manifest).gaveUp() && !version.givenUp().supersedes(manifest));
    }
  }

  /** A manifest that is damaged, or another version's. */
  record Unreadable(UnreadableManifestException reason) implements Result {
    @Override
    public boolean settles(Version version) {
      return !reason.yieldsTo(version);
    }
  }
}
