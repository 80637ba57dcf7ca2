package dev.darkroom.upload.ticket;

import dev.darkroom.contract.MediaId;
import dev.darkroom.upload.http.MediaLocation;
import dev.darkroom.upload.link.Presigner.SignedPut;
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
        .header(HttpHeaders.LOCATION, MediaLocation.of(id))
        .entity(this)
        .build();
  }
}
