package dev.darkroom.reconcile.mend;

import dev.darkroom.reconcile.walk.Folder;
import dev.darkroom.reconcile.walk.Notes;
import dev.darkroom.reconcile.walk.Upload;
import dev.darkroom.stage.announce.Marker;
import dev.darkroom.stage.announce.Markers;
import dev.darkroom.stage.batch.JobEvent;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.stage.store.StoredObject;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Has manifests announced of which nobody was told, because their event or their notifier died. */
final class LostAnnouncements {
  private static final Logger LOG = Logger.getLogger(LostAnnouncements.class);

  private final String bucket;
  private final Markers markers;
  private final Completions completions;
  private final Notes notes;

  LostAnnouncements(String bucket, ObjectStore store, Completions completions, Notes notes) {
    this.bucket = bucket;
    this.markers = new Markers(store);
    this.completions = completions;
    this.notes = notes;
  }

  /** What became of an announcement. */
  enum State {
    ANNOUNCED,
    /** It may still come. */
    PENDING,
    RESENT
  }

  /**
   * Sends the manifest's event again, unless it is announced or may still be.
   *
   * @param original key of the original
   */
  State mend(Upload upload, StoredObject manifest, String original, Look look) {
    Folder folder = upload.folder();
    Optional<Marker> marker = markers.find(folder.owner(), folder.id()).map(Markers.Stored::marker);
    if (marker.filter(it -> it.announces(manifest.etag())).isPresent()) {
      return State.ANNOUNCED;
    }
    boolean held =
        marker
            .filter(it -> it.manifest().equals(manifest.etag()) && it.isHeldAt(look.now()))
            .isPresent();
    if (held || !look.isDue(upload, manifest.lastModified(), look.ages().announcement())) {
      return State.PENDING;
    }
    completions.send(
        JobEvent.written(bucket, manifest.key(), manifest.etag(), null, manifest.lastModified()));
    notes.write(folder, original);
    LOG.infof("the result of %s was not announced, its event was sent again", folder);
    return State.RESENT;
  }
}
