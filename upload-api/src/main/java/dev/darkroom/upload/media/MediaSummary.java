package dev.darkroom.upload.media;

import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.MediaKind;
import dev.darkroom.contract.Placeholder;
import dev.darkroom.contract.Rejection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An upload in a listing.
 *
 * @param width in pixels as people see it
 * @param height likewise
 * @param preview a small picture of it, where there is one
 * @param error why it failed, exactly when it did
 */
record MediaSummary(
    MediaId id,
    MediaKind kind,
    MediaStatus status,
    String fileName,
    Instant uploadedAt,
    @Nullable Integer width,
    @Nullable Integer height,
    @Nullable Long durationMillis,
    @Nullable Placeholder placeholder,
    @Nullable Preview preview,
    @Nullable Rejection error) {

  /** A picture to show in a list. */
  record Preview(String name, int width, int height, String url) {}
}
