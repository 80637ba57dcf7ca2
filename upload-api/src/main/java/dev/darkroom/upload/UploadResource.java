package dev.darkroom.upload;

import dev.darkroom.contract.FileName;
import dev.darkroom.contract.OriginalKey;
import dev.darkroom.upload.Intake.Receipt;
import dev.darkroom.upload.http.Caller;
import dev.darkroom.upload.http.FieldError;
import dev.darkroom.upload.http.Problem;
import dev.darkroom.upload.media.Accepted;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Takes files that come in a request's body. */
@Path("/media")
@Produces(MediaType.APPLICATION_JSON)
public class UploadResource {
  private static final FileName UNNAMED = new FileName("");

  private final Caller caller;
  private final Intake intake;

  UploadResource(Caller caller, Intake intake) {
    this.caller = caller;
    this.intake = intake;
  }

  @POST
  @Consumes(MediaType.WILDCARD)
  public Response receive(@Context HttpHeaders headers, byte @Nullable [] body) {
    FileName name = ContentDisposition.fileName(disposition(headers)).orElse(UNNAMED);
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
    if (files.size() != 1) {
      String message =
          files.isEmpty()
              ? "The form needs a file in this field."
              : "One file a request, these are " + files.size() + ".";
      return Problem.of(List.of(new FieldError("file", message))).toResponse();
    }
    FileUpload file = files.getFirst();
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
}
