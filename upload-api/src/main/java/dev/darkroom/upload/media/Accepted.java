package dev.darkroom.upload.media;

import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.MediaKind;
import dev.darkroom.upload.http.MediaLocation;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** The answer that an upload will be processed. */
record Accepted(MediaId id, MediaKind kind, MediaStatus status) {
  static Accepted queued(MediaId id, MediaKind kind) {
    return new Accepted(id, kind, MediaStatus.QUEUED);
  }

  /** 202, with the place to ask how it went. */
  Response toResponse() {
    return Response.accepted(this).header(HttpHeaders.LOCATION, MediaLocation.of(id)).build();
  }
}
