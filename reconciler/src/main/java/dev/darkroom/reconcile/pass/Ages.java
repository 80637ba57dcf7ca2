package dev.darkroom.reconcile.pass;

import static java.util.Objects.requireNonNull;

import dev.darkroom.contract.MediaKind;
import java.time.Duration;
import java.util.Collections;
import java.util.List;

/**
 * How long work may take before it counts as lost. Each is longer than its queue's tries, and the
 * dead letters' after them.
 *
 * @param image from an image's upload to its manifest
 * @param video from a video's upload to its manifest, or to the plan of its stream
 * @param stream from one sign of life of the work on a stream to the next
 * @param announcement from a manifest to the note that it was announced
 */
public record Ages(Duration image, Duration video, Duration stream, Duration announcement) {

  public Ages {
    requireNonNull(image, "image");
    requireNonNull(video, "video");
    requireNonNull(stream, "stream");
    requireNonNull(announcement, "announcement");
  }

  /** Makes one age count for everything. */
  public static Ages all(Duration age) {
    return new Ages(age, age, age, age);
  }

  /** From an original's upload to its manifest. */
  public Duration of(MediaKind kind) {
    return switch (kind) {
      case IMAGE -> image;
      case VIDEO -> video;
    };
  }

  /** The longest of all: a worker that began before is certainly dead. */
  public Duration longest() {
    return Collections.max(List.of(image, video, stream, announcement));
  }
}
