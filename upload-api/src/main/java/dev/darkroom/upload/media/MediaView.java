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
 * An upload as the API tells of it: its manifest, with links that can be followed for a while.
 *
 * @param kind absent as long as the upload is awaited
 * @param original absent as long as the upload is awaited
 * @param missing what a completed upload should have but cannot, and why
 * @param error why it failed, exactly when it did
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
    @Nullable Rejection error,
    Manifest.@Nullable Processing processing) {

  MediaView {
    renditions = List.copyOf(renditions);
    missing = List.copyOf(missing);
  }

  /**
   * @param contentType as detected once it is processed, as declared before
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
   * One output.
   *
   * @param size in bytes
   */
  record Link(
      String name, String key, String contentType, int width, int height, long size, String url) {}
}
