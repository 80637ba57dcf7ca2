package dev.darkroom.upload.media;

import dev.darkroom.contract.Manifest;
import java.util.Locale;

/** How far an upload has come. */
public enum MediaStatus {
  /** A presigned upload was given out and has not arrived. */
  AWAITING_UPLOAD,
  /** The original is there, its result is not. */
  QUEUED,
  COMPLETED,
  FAILED;

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
