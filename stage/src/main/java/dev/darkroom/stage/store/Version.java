package dev.darkroom.stage.store;

import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.Manifest.Status;
import dev.darkroom.contract.OutputName;
import dev.darkroom.stage.batch.JobEvent;
import dev.darkroom.stage.batch.Sequencer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The content of an upload, and the request to process it, that a result belongs to.
 *
 * @param gaveUp whether the result is only that no worker could process it
 */
public record Version(
    String key,
    String etag,
    @Nullable String sequencer,
    Instant uploadedAt,
    @Nullable Instant requestedAt,
    boolean gaveUp) {

  public static Version of(JobEvent event) {
    return new Version(
        event.key(), event.etag(), event.sequencer(), event.at(), event.requestedAt(), false);
  }

  /** Returns this version for the result that no worker could process it. */
  public Version givenUp() {
    return new Version(key, etag, sequencer, uploadedAt, requestedAt, true);
  }

  /** The generation of the outputs that jobs of this version make. */
  public String generation() {
    return OutputName.generation(
        String.join("\n", key, etag, String.valueOf(sequencer), String.valueOf(requestedAt)));
  }

  public static Version of(Manifest manifest) {
    Manifest.Original original = manifest.original();
    return new Version(
        original.key(),
        original.etag(),
        original.sequencer(),
        original.uploadedAt(),
        manifest.processing().requestedAt(),
        manifest.error() != null && manifest.error().code() == ErrorCode.GAVE_UP);
  }

  /**
   * Whether a result of this version may replace a manifest. A completed result is kept if
   * processing the same content again was given up.
   */
  public boolean supersedes(Manifest manifest) {
    Version current = of(manifest);
    int age = compareContent(current);
    if (age != 0) {
      return age > 0;
    }
    if (gaveUp && manifest.status() == Status.COMPLETED) {
      return false;
    }
    int request = compare(requestedAt, current.requestedAt);
    return request > 0 || (request == 0 && current.gaveUp && !gaveUp);
  }

  /**
   * Compares by sequencers, which order the events of one key only; across keys, and without a
   * difference in sequencers, by time. Some emulators give every event the same sequencer.
   */
  private int compareContent(Version other) {
    boolean sameKey = key.equals(other.key);
    if (sameKey && sequencer != null && other.sequencer != null) {
      int order = Sequencer.compare(sequencer, other.sequencer);
      if (order != 0) {
        return order;
      }
    }
    if (sameKey && etag.equals(other.etag)) {
      return 0;
    }
    return uploadedAt.compareTo(other.uploadedAt);
  }

  private static int compare(@Nullable Instant a, @Nullable Instant b) {
    if (a == null || b == null) {
      return Boolean.compare(a != null, b != null);
    }
    return a.compareTo(b);
  }
}
