package dev.darkroom.upload;

import dev.darkroom.contract.MediaId;
import dev.darkroom.upload.link.Presigner.SignedPut;
import dev.darkroom.upload.media.Accepted;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.time.Instant;
import java.util.Map;

/**
 * The permission to put one file into the bucket, once.
 *
 * @param headers to be sent as they are, besides the {@code Content-Length} that was asked for
 * @param expiresAt when the upload must have begun
 */
@RegisterForReflection
record UploadTicket(
    MediaId id, String method, String url, Map<String, String> headers, Instant expiresAt) {
  UploadTicket {
    headers = Map.copyOf(headers);
  }

  static UploadTicket of(MediaId id, SignedPut put) {
    return new UploadTicket(id, "PUT", put.url(), put.headers(), put.expiresAt());
  }

  /** 201, with the place where the upload can be followed. */
  Response toResponse() {
    return Response.status(Status.CREATED)
        .header(HttpHeaders.LOCATION, Accepted.location(id))
        .entity(this)
        .build();
  }
}
