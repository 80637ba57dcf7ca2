package dev.darkroom.upload.http;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.darkroom.contract.ErrorCode;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers failed calls with a {@link Problem}, which reveals nothing about the implementation. */
final class ProblemMappers {
  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
  private static final int TOO_LARGE = 413;
  private static final int SERVER_ERROR = 500;

  @ServerExceptionMapper
  Response unauthenticated(UnauthenticatedException e) {
    Response problem =
        Problem.of(ErrorCode.UNAUTHENTICATED, "An access token is needed.").toResponse();
    return Response.fromResponse(problem).header(HttpHeaders.WWW_AUTHENTICATE, "Bearer").build();
  }

  @ServerExceptionMapper
  Response notFound(NotFoundException e) {
    return Problem.of(ErrorCode.NOT_FOUND, "There is nothing at this address.").toResponse();
  }

  @ServerExceptionMapper
  Response notAllowed(NotAllowedException e, UriInfo address) {
    Response problem =
        Problem.of(ErrorCode.METHOD_NOT_ALLOWED, ErrorCode.METHOD_NOT_ALLOWED.text()).toResponse();
    return Response.fromResponse(problem)
        .header(HttpHeaders.ALLOW, Allow.at(address.getPath()))
        .build();
  }

  @ServerExceptionMapper
  Response notAcceptable(NotAcceptableException e) {
    return Problem.of(ErrorCode.NOT_ACCEPTABLE, "The API speaks JSON.").toResponse();
  }

  @ServerExceptionMapper
  Response notSupported(NotSupportedException e) {
    return Problem.of(
            ErrorCode.UNSUPPORTED_MEDIA_TYPE, "See /openapi for what each call takes as its body.")
        .toResponse();
  }

  /** Answers JSON of another shape; resources check the fields themselves. */
  @ServerExceptionMapper
  Response mismatched(MismatchedInputException e) {
    return Problem.of(ErrorCode.INVALID_REQUEST, "The body is not a JSON object.").toResponse();
  }

  /** Answers a form that ends too early: only reading a request throws these unwrapped. */
  @ServerExceptionMapper
  Response unreadable(IOException e) {
    return Problem.of(ErrorCode.INVALID_REQUEST, "The body breaks off.").toResponse();
  }

  /** Answers what else the REST layer refuses, like invalid JSON or a form without boundaries. */
  @ServerExceptionMapper
  Response refused(WebApplicationException e) {
    int status = e.getResponse().getStatus();
    if (status >= SERVER_ERROR) {
      return unexpected(e);
    }
    if (status == TOO_LARGE) {
      return Problem.of(ErrorCode.TOO_LARGE, "The request is too large.").toResponse();
    }
    return Problem.of(ErrorCode.INVALID_REQUEST, status, "The request cannot be read.", List.of())
        .toResponse();
  }

  @ServerExceptionMapper
  Response unexpected(Throwable e) {
    LOG.error("request failed", e);
    return Problem.of(ErrorCode.INTERNAL_ERROR, "Please try again later.").toResponse();
  }
}
