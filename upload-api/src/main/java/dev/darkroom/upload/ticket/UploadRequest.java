package dev.darkroom.upload.ticket;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * The wish to upload a file, as it came: fields of any type, so that {@link UploadPolicy} can tell
 * everything that is wrong with them at once.
 */
record UploadRequest(
    @Nullable JsonNode fileName,
    @Nullable JsonNode contentType,
    @Nullable JsonNode size,
    @Nullable JsonNode sha256) {
  static final UploadRequest EMPTY = new UploadRequest(null, null, null, null);
}
