package dev.darkroom.notify;

import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.Media;
import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.MediaKind;
import dev.darkroom.contract.Missing;
import dev.darkroom.contract.Owner;
import dev.darkroom.contract.ProcessedKey;
import dev.darkroom.contract.Rejection;
import dev.darkroom.contract.Rendition;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What programs are told. Its JSON form is described by {@code notification.schema.json} beside
 * this class; the values are the manifest's own.
 *
 * @param manifest key of the whole manifest
 * @param truncated whether {@code renditions} and {@code missing} are not complete
 * @param durationMillis of the processing
 */
record Completion(
    int schema,
    MediaId id,
    Owner owner,
    MediaKind kind,
    Manifest.Status status,
    String bucket,
    String manifest,
    Original original,
    @Nullable Media media,
    List<Rendition> renditions,
    List<Missing> missing,
    boolean truncated,
    @Nullable Rejection error,
    Instant finishedAt,
    long durationMillis) {
  private static final int SCHEMA = 1;

  /** What there is to know about the upload itself. */
  record Original(
      String key, String fileName, @Nullable String contentType, long size, Instant uploadedAt) {}

  /**
   * @param outputs how many to name at most
   */
  static Completion of(Manifest manifest, String bucket, int outputs) {
    Manifest.Original original = manifest.original();
    boolean complete = outputs >= manifest.renditions().size();
    return new Completion(
        SCHEMA,
        manifest.id(),
        manifest.owner(),
        manifest.kind(),
        manifest.status(),
        bucket,
        ProcessedKey.manifest(manifest.owner(), manifest.id()).key(),
        new Original(
            original.key(),
            original.fileName(),
            original.contentType(),
            original.size(),
            original.uploadedAt()),
        manifest.media(),
        complete ? manifest.renditions() : manifest.renditions().subList(0, outputs),
        manifest.missing(),
        !complete,
        manifest.error(),
        manifest.processing().finishedAt(),
        manifest.processing().durationMillis());
  }
}
