package dev.darkroom.upload.media;

import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.OriginalKey;
import dev.darkroom.stage.store.ObjectInfo;

/** What the bucket says of an id. */
sealed interface MediaState {
  /** It came to an end, good or bad. */
  record Processed(Manifest manifest) implements MediaState {}

  /** There is an original, and no result yet. */
  record Queued(OriginalKey original, ObjectInfo info) implements MediaState {}

  /**
   * Nothing yet, but the id is so young that its upload may still come. Nothing tells a given-out
   * id from an invented one, which gives nothing away.
   */
  record AwaitingUpload(MediaId id) implements MediaState {}

  /** There is nothing, or it is somebody else's. */
  record Unknown() implements MediaState {}
}
