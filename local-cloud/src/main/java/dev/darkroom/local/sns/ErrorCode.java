package dev.darkroom.local.sns;

/** Error codes of SNS's API reference ("Common Errors" and each action's "Errors"). */
enum ErrorCode {
  BATCH_ENTRY_IDS_NOT_DISTINCT("BatchEntryIdsNotDistinct", 400),
  BATCH_REQUEST_TOO_LONG("BatchRequestTooLong", 400),
  EMPTY_BATCH_REQUEST("EmptyBatchRequest", 400),
  INVALID_ACTION("InvalidAction", 400),
  INVALID_BATCH_ENTRY_ID("InvalidBatchEntryId", 400),
  INVALID_PARAMETER("InvalidParameter", 400),
  TOO_MANY_ENTRIES_IN_BATCH_REQUEST("TooManyEntriesInBatchRequest", 400),
  ACCESS_DENIED("AccessDenied", 403),
  MISSING_AUTHENTICATION_TOKEN("MissingAuthenticationToken", 403),
  NOT_FOUND("NotFound", 404),
  REQUEST_ENTITY_TOO_LARGE("RequestEntityTooLarge", 413),
  INTERNAL_ERROR("InternalError", 500);

  final String code;
  final int status;

  ErrorCode(String code, int status) {
    this.code = code;
    this.status = status;
  }

  /** Who is at fault, in AWS's words. */
  String type() {
    return status < 500 ? "Sender" : "Receiver";
  }
}
