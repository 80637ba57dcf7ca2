package dev.darkroom.upload.media;

import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.Media;
import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.MediaKind;
import dev.darkroom.contract.Missing;
import dev.darkroom.contract.Placeholder;
import dev.darkroom.contract.Rejection;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An upload as {@code GET /media/{id}} shows it: its manifest with links that work for a while.
 *
 * @param kind absent while the upload is awaited, or if only an unreadable manifest knew it
 * @param original absent like the kind
 * @param missing outputs that could not be made, and why
 * @param progress present exactly while a stream is made
 * @param error why the upload failed; present exactly if it did
 */
record MediaView(
    MediaId id,
    @Nullable MediaKind kind,
    MediaStatus status,
    @Nullable Original original,
    @Nullable Media media,
    @Nullable Placeholder placeholder,
    List<Link> renditions,
    List<Missing> missing,
    MediaState.@Nullable Progress progress,
    @Nullable Rejection error,
    Manifest.@Nullable Processing processing) {

  MediaView {
    renditions = List.copyOf(renditions);
    missing = List.copyOf(missing);
  }

  /**
   * The original, with a link to it.
   *
   * @param contentType as declared, or as detected once the upload is processed
   * @param size in bytes
   * @param url saves the file under its name
   */
  record Original(
      String key,
      String fileName,
      @Nullable String contentType,
      long size,
      String etag,
      Instant uploadedAt,
      String url) {}

  /**
   * An output, with a link to it.
   *
   * @param size in bytes
   * @param url of a playlist relative to the API's address, of all else a presigned link
   */
  record Link(
      String name, String key, String contentType, int width, int height, long size, String url) {}
}
