package dev.darkroom.stage.job;

import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.MediaKind;
import dev.darkroom.contract.OriginalKey;
import dev.darkroom.stage.batch.Ending;
import dev.darkroom.stage.store.Manifests;
import dev.darkroom.stage.store.Manifests.Commit;
import dev.darkroom.stage.store.Manifests.Stored;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.stage.store.UnreadableManifestException;
import dev.darkroom.stage.store.Version;
import dev.darkroom.stage.stream.UnreadableWorkException;
import dev.darkroom.stage.stream.WorkFolder;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Finds what an upload has already, and commits what workers make of it. */
public final class Results {
  private static final Logger LOG = Logger.getLogger(Results.class);

  private final ObjectStore store;
  private final Manifests manifests;

  public Results(ObjectStore store) {
    this.store = store;
    this.manifests = new Manifests(store);
  }

  /**
   * What an event meets.
   *
   * @param settled whether the upload's manifest leaves nothing to do for the event
   * @param result the upload's, if there is one that this version can read
   */
  public record Standing(boolean settled, Optional<Stored> result) {}

  /** Finds out whether there is anything to do for a version of an original. */
  public Standing standing(OriginalKey original, Version version) {
    try {
      Optional<Stored> result = manifests.find(original.owner(), original.id());
      boolean settled = result.filter(it -> !version.supersedes(it.manifest())).isPresent();
      return new Standing(settled, result);
    } catch (UnreadableManifestException e) {
      LOG.warnf(e, "%s has a manifest that this version cannot read", original);
      return new Standing(!e.yieldsTo(version), Optional.empty());
    }
  }

  /** Deletes what attempts at a version left behind that no manifest will ever name. */
  public void cleanUp(OriginalKey original, Version version) {
    manifests.cleanUp(original, version);
    manifests
        .findReadable(original.owner(), original.id())
        .ifPresent(stored -> endReplaced(stored.manifest(), original));
  }

  /**
   * Commits a manifest unless another result was first, and cleans up after both cases.
   *
   * @param standing on which the manifest was made
   */
  public Ending commit(Manifest manifest, Standing standing, OriginalKey original) {
    Version version = Version.of(manifest);
    return switch (manifests.commit(manifest, standing.result())) {
      case Commit.Committed() -> {
        LOG.infof(
            "%s %s, %d renditions, %d ms",
            manifest.status(),
            original,
            manifest.renditions().size(),
            manifest.processing().durationMillis());
        if (manifests.deleteIfOrphaned(original)) {
          LOG.infof("%s was deleted during work, outputs removed", original);
        } else if (manifest.processing().attempt() > 1) {
          manifests.deleteUnnamed(original, version);
        }
        endReplaced(manifest, original);
        yield new Ending.Committed(manifest);
      }
      case Commit.Outdated(_) -> {
        LOG.infof("%s: another result was first", original);
        cleanUp(original, version);
        yield Ending.Step.IGNORED;
      }
      case Commit.Newer() -> {
        LOG.warnf("%s: the result of a newer version stays", original);
        yield Ending.Step.IGNORED;
      }
    };
  }

  /** Ends the work on streams of versions that this result replaces. */
  private void endReplaced(Manifest result, OriginalKey original) {
    if (result.kind() != MediaKind.VIDEO) {
      return;
    }
    for (WorkFolder work : WorkFolder.all(store, result.owner(), result.id())) {
      draft(work)
          .map(Version::of)
          .filter(version -> !version.supersedes(result))
          .ifPresent(version -> manifests.deleteUnnamed(original, version));
    }
  }

  private static Optional<Manifest> draft(WorkFolder work) {
    try {
      return work.draft();
    } catch (UnreadableWorkException e) {
      LOG.warn("unfinished work of another version of Darkroom stays", e);
      return Optional.empty();
    }
  }
}
