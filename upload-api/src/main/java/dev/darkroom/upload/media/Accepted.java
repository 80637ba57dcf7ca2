package dev.darkroom.upload.media;

import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.MediaKind;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** The promise that an upload will be processed. */
@RegisterForReflection
public record Accepted(MediaId id, MediaKind kind, MediaStatus status) {
  public static Accepted queued(MediaId id, MediaKind kind) {
    return new Accepted(id, kind, MediaStatus.QUEUED);
  }

  /** 202, with the place to ask how it went. */
  public Response toResponse() {
    return Response.accepted(this).location(URI.create("/media/" + id)).build();
  }
}
