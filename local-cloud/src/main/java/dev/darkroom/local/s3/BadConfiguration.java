package dev.darkroom.local.s3;

/** A notification configuration that S3 would refuse. */
final class BadConfiguration extends Exception {
  private final String code;
  private final String reason;

  /**
   * @param code S3's error code
   */
  BadConfiguration(String code, String reason) {
    super(reason);
    this.code = code;
    this.reason = reason;
  }

  String code() {
    return code;
  }

  String reason() {
    return reason;
  }
}
