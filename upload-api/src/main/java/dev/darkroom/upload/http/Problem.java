package dev.darkroom.upload.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Rejection;
import jakarta.ws.rs.core.Response;
import java.util.List;

/**
 * A problem document (RFC 9457), the answer of every call that fails.
 *
 * @param type a tag URI (RFC 4151) that ends in the code; it identifies the problem and is no link
 * @param title the code's sentence
 * @param status the HTTP status
 * @param detail what is wrong with this request, for people
 * @param code a stable code, as in manifests and logs
 * @param errors all faults in the request's fields
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
    String type, String title, int status, String detail, String code, List<FieldError> errors) {
  public static final String MEDIA_TYPE = "application/problem+json";

  private static final String TYPE = "tag:darkroom.dev,2026:problem:";

  public Problem {
    errors = List.copyOf(errors);
  }

  public static Problem of(ErrorCode code, String detail) {
    return of(code, code.httpStatus(), detail, List.of());
  }

  public static Problem of(Rejection rejection) {
    return of(rejection.code(), rejection.message());
  }

  /** The problem of a request whose fields are not valid. */
  public static Problem of(List<FieldError> errors) {
    String detail =
        errors.size() == 1
            ? errors.getFirst().field() + ": " + errors.getFirst().message()
            : errors.size() + " fields are not valid.";
    return of(ErrorCode.INVALID_REQUEST, ErrorCode.INVALID_REQUEST.httpStatus(), detail, errors);
  }

  /** Sets another status than the code's own, for when HTTP has a more exact one. */
  static Problem of(ErrorCode code, int status, String detail, List<FieldError> errors) {
    return new Problem(TYPE + code, code.text(), status, detail, code.toString(), errors);
  }

  public Response toResponse() {
    return Response.status(status).type(MEDIA_TYPE).entity(this).build();
  }
}
