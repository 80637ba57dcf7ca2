package dev.darkroom.stage.store;

import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.Manifest.Status;
import dev.darkroom.stage.batch.JobEvent;
import dev.darkroom.stage.batch.Sequencer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which content of an upload, and which wish to process it, a result is about.
 *
 * @param gaveUp whether the result is only that no worker came to one
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
   * Whether a result of this version may take the place of that manifest. Having given up on
   * processing again what completed once is no reason to throw the completed result away.
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
   * Sequencers order the events of one key only; across keys, and where they say nothing, time
   * does. Some emulators give every event the same one.
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
