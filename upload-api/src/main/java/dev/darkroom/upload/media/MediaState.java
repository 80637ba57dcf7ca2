package dev.darkroom.upload.media;

import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.OriginalKey;
import dev.darkroom.contract.Rendition;
import dev.darkroom.stage.store.ObjectInfo;
import dev.darkroom.stage.stream.WorkFinder;
import java.util.List;
import java.util.Optional;

/** What the bucket has of an upload. */
sealed interface MediaState {
  /** It was completed, or failed. */
  record Processed(Manifest manifest) implements MediaState {
    @Override
    public List<Rendition> renditions() {
      return manifest.renditions();
    }
  }

  /**
   * It was processed, but this version cannot read the manifest.
   *
   * @param original empty if it was dropped elsewhere into the bucket, or is gone
   */
  record Unreadable(MediaId id, Optional<Queued> original) implements MediaState {}

  /**
   * It is processed but for its stream.
   *
   * @param draft what it has so far, as it would be without a stream
   */
  record Processing(Manifest draft, Progress progress) implements MediaState {
    static Processing of(WorkFinder.Work work) {
      return new Processing(work.draft(), new Progress(work.done(), work.total()));
    }

    @Override
    public List<Rendition> renditions() {
      return draft.renditions();
    }
  }

  /** How many parts of a stream are there, of how many. */
  record Progress(int done, int total) {}

  /** The original is stored, and not yet processed. */
  record Queued(OriginalKey original, ObjectInfo info) implements MediaState {}

  /** Nothing yet, but its ticket is open: the upload may still come. */
  record AwaitingUpload(MediaId id) implements MediaState {}

  /** Nothing, or it belongs to somebody else. */
  record Unknown() implements MediaState {}

  /** The outputs that are there. */
  default List<Rendition> renditions() {
    return List.of();
  }
}
