package dev.darkroom.upload.media;

import dev.darkroom.contract.Manifest;
import java.util.Locale;

/** The status of an upload. */
public enum MediaStatus {
  /** A presigned upload was permitted and has not arrived. */
  AWAITING_UPLOAD,
  /** The original is stored and not yet processed. */
  QUEUED,
  /** Everything is there but the stream, whose parts are coded. */
  PROCESSING,
  COMPLETED,
  FAILED,
  /** It was processed, but this version cannot read the result. */
  UNREADABLE;

  static MediaStatus of(Manifest.Status status) {
    return switch (status) {
      case COMPLETED -> COMPLETED;
      case FAILED -> FAILED;
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
