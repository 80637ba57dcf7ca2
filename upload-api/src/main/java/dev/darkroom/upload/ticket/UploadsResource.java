package dev.darkroom.upload.ticket;

import dev.darkroom.contract.OriginalKey;
import dev.darkroom.contract.Owner;
import dev.darkroom.upload.http.Caller;
import dev.darkroom.upload.http.Checked;
import dev.darkroom.upload.http.Problem;
import dev.darkroom.upload.intake.MediaIds;
import dev.darkroom.upload.link.Presigner;
import dev.darkroom.upload.ticket.UploadPolicy.Admission;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Serves {@code /uploads}: permits uploads straight into the bucket. */
@Path("/uploads")
@Produces(MediaType.APPLICATION_JSON)
public class UploadsResource {
  private final Caller caller;
  private final UploadPolicy policy;
  private final MediaIds ids;
  private final Presigner presigner;
  private final Tickets tickets;

  UploadsResource(
      Caller caller, UploadPolicy policy, MediaIds ids, Presigner presigner, Tickets tickets) {
    this.caller = caller;
    this.policy = policy;
    this.ids = ids;
    this.presigner = presigner;
    this.tickets = tickets;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response ticket(@Nullable UploadRequest request) {
    Owner owner = caller.owner();
    return switch (policy.check(request == null ? UploadRequest.EMPTY : request)) {
      case Checked.Invalid(var errors) -> Problem.of(errors).toResponse();
      case Checked.Valid(Admission upload) -> ticket(owner, upload).toResponse();
    };
  }

  private UploadTicket ticket(Owner owner, Admission upload) {
    OriginalKey key = OriginalKey.of(upload.kind(), owner, ids.next(), upload.name());
    tickets.open(key);
    return UploadTicket.of(
        key.id(),
        presigner.put(
            key.key(), upload.name(), upload.contentType(), upload.size(), upload.sha256()));
  }
}
