package dev.darkroom.notify;

import dev.darkroom.contract.ErrorCode;

/** Advises a person what to do about a file that could not be processed. */
final class Advice {
  private Advice() {}

  static String on(ErrorCode code) {
    return switch (code) {
      case UNSUPPORTED_FORMAT ->
          "Save it in a common format, like JPEG or PNG for pictures and MP4 for videos, and upload"
              + " that.";
      case CORRUPT_FILE ->
          "See whether it opens on your own device; if so, upload it once more, else another copy.";
      case EMPTY_FILE -> "Upload it once more: nothing of it arrived.";
      case TOO_LARGE -> "Upload a smaller version of it.";
      case TOO_MANY_PIXELS -> "Scale it down and upload it again.";
      case TOO_MANY_FRAMES, TOO_LONG -> "Cut it into shorter pieces and upload those.";
      case ENCRYPTED -> "Take the password or the copy protection off and upload it again.";
      case NO_PICTURE -> "See whether it is the file that you meant to upload.";
      case TOOK_TOO_LONG, OUT_OF_MEMORY -> "Upload a smaller or simpler version of it.";
      case GAVE_UP -> "You need not upload it again: ask for it to be processed once more.";
      case INVALID_REQUEST,
          UNAUTHENTICATED,
          NOT_FOUND,
          METHOD_NOT_ALLOWED,
          NOT_ACCEPTABLE,
          UNSUPPORTED_MEDIA_TYPE,
          INTERNAL_ERROR ->
          "Upload it once more.";
    };
  }
}
