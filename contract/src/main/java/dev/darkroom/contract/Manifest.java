package dev.darkroom.contract;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The result of one upload, and the proof that it is finished. Its JSON form is described by {@code
 * manifest.schema.json} beside this class; reading one that lacks what is required fails.
 *
 * @param media what is known about the original; absent when nothing could be read
 * @param missing what a completed original should have but cannot, and why
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
   * The version of the original that this manifest is about.
   *
   * @param contentType as detected from the content; absent when not recognized
   * @param size in bytes
   * @param etag without quotes
   * @param sequencer S3's, absent where the event had none
   * @param uploadedAt when S3 had it
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
   * @param stage which function made this manifest
   * @param attempt 1 for the first delivery of the job
   * @param queuedAt when the job was sent
   * @param requestedAt when a person asked for the original to be processed again, if so
   * @param memoryMiB what the function was given
   * @param estimatedCostUsd compute only: duration × memory at the public on-demand price
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
      @Nullable Double estimatedCostUsd) {
    public Processing {
      requireNonNull(stage, "stage");
      requireNonNull(queuedAt, "queuedAt");
      requireNonNull(startedAt, "startedAt");
      requireNonNull(finishedAt, "finishedAt");
    }
  }
}
