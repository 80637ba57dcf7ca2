package dev.darkroom.upload.media;

import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.MediaKind;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** The promise that an upload will be processed. */
@RegisterForReflection
public record Accepted(MediaId id, MediaKind kind, MediaStatus status) {
  public static Accepted queued(MediaId id, MediaKind kind) {
    return new Accepted(id, kind, MediaStatus.QUEUED);
  }

  /** 202, with the place to ask how it went. */
  public Response toResponse() {
    return Response.accepted(this).header(HttpHeaders.LOCATION, location(id)).build();
  }

  /**
   * Where an upload can be followed. Relative, since API Gateway does not tell the function by
   * which scheme it was called; as a URI it would be made absolute with the wrong one.
   */
  public static String location(MediaId id) {
    return "/media/" + id;
  }
}
