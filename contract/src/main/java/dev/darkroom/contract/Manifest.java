package dev.darkroom.contract;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The result of one upload, and the proof that it is finished. {@code manifest.schema.json} beside
 * this class describes its JSON form; reading one that lacks a required field fails.
 *
 * @param media facts about the original; absent if nothing could be read
 * @param missing outputs that could not be made, and why
 * @param error present exactly when the status is {@code failed}
 */
public record Manifest(
    int schema,
    MediaId id,
    Owner owner,
    MediaKind kind,
    Status status,
    Original original,
    @Nullable Media media,
    @Nullable Placeholder placeholder,
    List<Rendition> renditions,
    List<Missing> missing,
    @Nullable Rejection error,
    Processing processing) {

  public static final int SCHEMA = 1;

  public Manifest {
    requireNonNull(id, "id");
    requireNonNull(owner, "owner");
    requireNonNull(kind, "kind");
    requireNonNull(status, "status");
    requireNonNull(original, "original");
    requireNonNull(processing, "processing");
    renditions = renditions == null ? List.of() : List.copyOf(renditions);
    missing = missing == null ? List.of() : List.copyOf(missing);
    if (schema != SCHEMA) {
      throw new IllegalArgumentException("unknown manifest schema " + schema);
    }
    if ((status == Status.FAILED) != (error != null)) {
      throw new IllegalArgumentException("a manifest has an error exactly when it failed");
    }
  }

  /** How the upload ended. */
  public enum Status {
    COMPLETED,
    FAILED;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * The version of the original that the manifest describes.
   *
   * @param contentType as detected from the content; absent if not recognized
   * @param size in bytes
   * @param etag without quotes
   * @param sequencer S3's; absent if the event had none
   * @param uploadedAt when S3 received it
   */
  public record Original(
      String key,
      String fileName,
      @Nullable String contentType,
      long size,
      String etag,
      @Nullable String sequencer,
      Instant uploadedAt) {
    public Original {
      requireNonNull(key, "key");
      requireNonNull(fileName, "fileName");
      requireNonNull(etag, "etag");
      requireNonNull(uploadedAt, "uploadedAt");
    }
  }

  /**
   * How the manifest was made.
   *
   * @param stage function that made it
   * @param attempt 1 for the first delivery of the job
   * @param queuedAt when the job was sent
   * @param requestedAt when somebody asked to process the original again; absent for a first result
   * @param memoryMiB memory of the function
   * @param estimatedCostUsd compute only: duration × memory at the public on-demand price
   * @param settings fingerprint of the settings that shaped the outputs; absent if no worker made
   *     them, or one that did not know it yet
   */
  public record Processing(
      String stage,
      int attempt,
      Instant queuedAt,
      Instant startedAt,
      Instant finishedAt,
      long durationMillis,
      @Nullable Instant requestedAt,
      @Nullable Integer memoryMiB,
      @Nullable Double estimatedCostUsd,
      @Nullable String settings) {
    public Processing {
      requireNonNull(stage, "stage");
      requireNonNull(queuedAt, "queuedAt");
      requireNonNull(startedAt, "startedAt");
      requireNonNull(finishedAt, "finishedAt");
    }
  }
}
