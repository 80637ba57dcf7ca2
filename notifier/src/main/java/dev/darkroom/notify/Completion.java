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
 * The message to programs, with values from the manifest. {@code notification.schema.json} beside
 * this class describes its JSON form.
 *
 * @param manifest key of the whole manifest
 * @param truncated whether the manifest has more than this message
 * @param durationMillis how long processing took
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

  /** The uploaded file. */
  record Original(
      String key, String fileName, @Nullable String contentType, long size, Instant uploadedAt) {}

  /**
   * Makes the message from a manifest.
   *
   * @param outputs largest number of outputs to name
   */
  static Completion of(Manifest manifest, String bucket, int outputs) {
    List<Rendition> renditions = manifest.renditions();
    boolean complete = outputs >= renditions.size();
    return with(
        manifest,
        bucket,
        manifest.media(),
        complete ? renditions : renditions.subList(0, outputs),
        manifest.missing(),
        !complete,
        manifest.error());
  }

  /** Makes a message without anything that might be long, for a file with endless metadata. */
  static Completion bare(Manifest manifest, String bucket) {
    Rejection error = manifest.error();
    return with(
        manifest,
        bucket,
        null,
        List.of(),
        List.of(),
        true,
        error == null ? null : Rejection.of(error.code()));
  }

  private static Completion with(
      Manifest manifest,
      String bucket,
      @Nullable Media media,
      List<Rendition> renditions,
      List<Missing> missing,
      boolean truncated,
      @Nullable Rejection error) {
    Manifest.Original original = manifest.original();
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
        media,
        renditions,
        missing,
        truncated,
        error,
        manifest.processing().finishedAt(),
        manifest.processing().durationMillis());
  }
}
