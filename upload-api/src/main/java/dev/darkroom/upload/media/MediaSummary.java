package dev.darkroom.upload.media;

import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.MediaKind;
import dev.darkroom.contract.Placeholder;
import dev.darkroom.contract.Rejection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An upload as listings show it.
 *
 * @param kind absent if only an unreadable manifest knew it, like the name and the time
 * @param width in pixels as people see it
 * @param height in pixels as people see it
 * @param preview a small picture of it, if there is one
 * @param progress present exactly while a stream is made
 * @param error why the upload failed; present exactly if it did
 */
record MediaSummary(
    MediaId id,
    @Nullable MediaKind kind,
    MediaStatus status,
    @Nullable String fileName,
    @Nullable Instant uploadedAt,
    @Nullable Integer width,
    @Nullable Integer height,
    @Nullable Long durationMillis,
    @Nullable Placeholder placeholder,
    @Nullable Preview preview,
    MediaState.@Nullable Progress progress,
    @Nullable Rejection error) {

  /** A picture to show in a list. */
  record Preview(String name, int width, int height, String url) {}
}
