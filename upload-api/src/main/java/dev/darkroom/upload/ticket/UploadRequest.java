package dev.darkroom.upload.ticket;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * The wish to upload a file, with fields of any type, so that {@link UploadPolicy} can report all
 * faults at once.
 */
record UploadRequest(
    @Nullable JsonNode fileName,
    @Nullable JsonNode contentType,
    @Nullable JsonNode size,
    @Nullable JsonNode sha256) {
  static final UploadRequest EMPTY = new UploadRequest(null, null, null, null);
}
