package dev.darkroom.contract;

import java.util.Locale;

/**
 * The stable error codes of the API, the manifests and the logs.
 *
 * <p>A code is the constant's name in lower case with hyphens. The text is for people; the code
 * that rejects a file or request adds the facts of the case.
 */
public enum ErrorCode {
  UNSUPPORTED_FORMAT(415, "This kind of file is not supported."),
  CORRUPT_FILE(422, "The file is damaged and cannot be read."),
  EMPTY_FILE(422, "The file is empty."),
  TOO_LARGE(413, "The file is too large."),
  TOO_MANY_PIXELS(422, "The picture has too many pixels."),
  TOO_MANY_FRAMES(422, "The animation has too many frames."),
  TOO_LONG(422, "The video is too long."),
  ENCRYPTED(422, "The file is encrypted."),
  NO_PICTURE(422, "The file holds no picture."),
  TOOK_TOO_LONG(422, "The file took too long to process."),
  OUT_OF_MEMORY(422, "The file needs more memory than there is."),
  GAVE_UP(422, "Processing failed repeatedly; the original is kept and can be processed again."),

  INVALID_REQUEST(400, "The request is not valid."),
  UNAUTHENTICATED(401, "Sign in first."),
  NOT_FOUND(404, "There is no such media."),
  METHOD_NOT_ALLOWED(405, "This method is not allowed here."),
  NOT_ACCEPTABLE(406, "None of the accepted media types can be given."),
  UNSUPPORTED_MEDIA_TYPE(415, "The request's content type is not understood here."),
  INTERNAL_ERROR(500, "Something went wrong on our side.");

  private final int httpStatus;
  private final String text;

  ErrorCode(int httpStatus, String text) {
    this.httpStatus = httpStatus;
    this.text = text;
  }

  /** The HTTP status of an API answer with this code. */
  public int httpStatus() {
    return httpStatus;
  }

  /** One sentence that a person understands. */
  public String text() {
    return text;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
