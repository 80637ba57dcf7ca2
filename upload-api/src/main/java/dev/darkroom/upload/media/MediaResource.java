package dev.darkroom.upload.media;

import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.Owner;
import dev.darkroom.upload.http.Caller;
import dev.darkroom.upload.http.Checked;
import dev.darkroom.upload.http.Problem;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells of uploads and does away with them. */
@Path("/media")
@Produces(MediaType.APPLICATION_JSON)
public class MediaResource {
  private final Caller caller;
  private final Library library;
  private final MediaViews views;
  private final MediaListing listing;
  private final Deletion deletion;
  private final Reprocessing reprocessing;

  MediaResource(
      Caller caller,
      Library library,
      MediaViews views,
      MediaListing listing,
      Deletion deletion,
      Reprocessing reprocessing) {
    this.caller = caller;
    this.library = library;
    this.views = views;
    this.listing = listing;
    this.deletion = deletion;
    this.reprocessing = reprocessing;
  }

  @GET
  public Response list(
      @QueryParam("kind") @Nullable String kind,
      @QueryParam("status") @Nullable String status,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    Owner owner = caller.owner();
    return switch (MediaQuery.of(kind, status, limit, cursor)) {
      case Checked.Invalid(var errors) -> Problem.of(errors).toResponse();
      case Checked.Valid(var query) -> Response.ok(listing.page(owner, query)).build();
    };
  }

  @GET
  @Path("{id}")
  public Response get(@PathParam("id") String id) {
    Owner owner = caller.owner();
    if (!MediaId.isValid(id)) {
      return notFound(id);
    }
    return switch (library.find(owner, new MediaId(id))) {
      case MediaState.Processed(var manifest) -> Response.ok(views.of(manifest)).build();
      case MediaState.Queued queued -> Response.ok(views.of(queued)).build();
      case MediaState.AwaitingUpload awaited -> Response.ok(views.of(awaited)).build();
      case MediaState.Unknown() -> notFound(id);
    };
  }

  @DELETE
  @Path("{id}")
  public Response delete(@PathParam("id") String id) {
    Owner owner = caller.owner();
    return MediaId.isValid(id) && deletion.delete(owner, new MediaId(id))
        ? Response.noContent().build()
        : notFound(id);
  }

  @POST
  @Path("{id}/reprocess")
  @Consumes(MediaType.WILDCARD)
  public Response reprocess(@PathParam("id") String id) {
    Owner owner = caller.owner();
    return Optional.of(id)
        .filter(MediaId::isValid)
        .flatMap(valid -> reprocessing.start(owner, new MediaId(valid)))
        .map(Accepted::toResponse)
        .orElseGet(() -> notFound(id));
  }

  private static Response notFound(String id) {
    return Problem.of(ErrorCode.NOT_FOUND, "There is no media with the id " + id + ".")
        .toResponse();
  }
}
