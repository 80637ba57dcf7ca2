package dev.darkroom.upload.media;

import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.FileName;
import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.OriginalKey;
import dev.darkroom.contract.Owner;
import dev.darkroom.stage.reprocess.Reprocessing;
import dev.darkroom.upload.http.Caller;
import dev.darkroom.upload.http.Checked;
import dev.darkroom.upload.http.FieldError;
import dev.darkroom.upload.http.Problem;
import dev.darkroom.upload.http.TextLimit;
import dev.darkroom.upload.intake.ContentDisposition;
import dev.darkroom.upload.intake.Intake;
import dev.darkroom.upload.intake.Intake.Receipt;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Serves {@code /media}: takes, lists, shows, deletes and reprocesses uploads. */
@Path("/media")
@Produces(MediaType.APPLICATION_JSON)
public class MediaResource {
  private static final FileName UNNAMED = new FileName("");

  private final Caller caller;
  private final Intake intake;
  private final MediaFinder finder;
  private final MediaViews views;
  private final MediaListing listing;
  private final Deletion deletion;
  private final Reprocessing reprocessing;

  MediaResource(
      Caller caller,
      Intake intake,
      MediaFinder finder,
      MediaViews views,
      MediaListing listing,
      Deletion deletion,
      Reprocessing reprocessing) {
    this.caller = caller;
    this.intake = intake;
    this.finder = finder;
    this.views = views;
    this.listing = listing;
    this.deletion = deletion;
    this.reprocessing = reprocessing;
  }

  @POST
  @Consumes(MediaType.WILDCARD)
  public Response receive(@Context HttpHeaders headers, byte @Nullable [] body) {
    String disposition = disposition(headers);
    var errors = new ArrayList<FieldError>();
    if (!TextLimit.HEADER.check(HttpHeaders.CONTENT_DISPOSITION, disposition, errors)) {
      return Problem.of(errors).toResponse();
    }
    FileName name = ContentDisposition.fileName(disposition).orElse(UNNAMED);
    return answer(intake.receive(caller.owner(), name, body == null ? new byte[0] : body));
  }

  /** Quarkus splits a header at its commas, as if it were a list. */
  private static @Nullable String disposition(HttpHeaders headers) {
    List<String> parts = headers.getRequestHeader(HttpHeaders.CONTENT_DISPOSITION);
    return parts == null ? null : String.join(",", parts);
  }

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Response receiveForm(@RestForm("file") List<FileUpload> files) {
    var errors = new ArrayList<FieldError>();
    if (files.size() != 1) {
      String message =
          files.isEmpty()
              ? "The form needs a file in this field."
              : "One file a request, these are " + files.size() + ".";
      errors.add(new FieldError("file", message));
      return Problem.of(errors).toResponse();
    }
    FileUpload file = files.getFirst();
    if (!TextLimit.FILE_NAME.check("file", file.fileName(), errors)) {
      return Problem.of(errors).toResponse();
    }
    return answer(intake.receive(caller.owner(), new FileName(file.fileName()), content(file)));
  }

  private static byte[] content(FileUpload file) {
    try {
      return Files.readAllBytes(file.uploadedFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Response answer(Receipt receipt) {
    return switch (receipt) {
      case Receipt.Stored(OriginalKey original) ->
          Accepted.queued(original.id(), original.kind()).toResponse();
      case Receipt.Refused(var rejection) -> Problem.of(rejection).toResponse();
    };
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
    return switch (finder.find(owner, new MediaId(id))) {
      case MediaState.Processed(var manifest) -> Response.ok(views.of(manifest)).build();
      case MediaState.Processing unfinished -> Response.ok(views.of(unfinished)).build();
      case MediaState.Unreadable unreadable -> Response.ok(views.of(unreadable)).build();
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
        .map(answer -> Accepted.queued(new MediaId(id), answer.kind()).toResponse())
        .orElseGet(() -> notFound(id));
  }

  private static Response notFound(String id) {
    String which = MediaId.isValid(id) ? "the id " + id : "such an id";
    return Problem.of(ErrorCode.NOT_FOUND, "There is no media with " + which + ".").toResponse();
  }
}
