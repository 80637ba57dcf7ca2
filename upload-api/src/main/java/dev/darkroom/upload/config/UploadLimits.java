package dev.darkroom.upload.config;

import dev.darkroom.stage.config.SettingsReader;
import java.time.Duration;

/**
 * Limits of what the API accepts and of how long its links work.
 *
 * @param maxUploadSize largest file that a presigned upload may have, in bytes
 * @param maxBodySize largest file that may come in a request's body, in bytes
 * @param uploadValidity how long after its request a presigned upload may begin
 * @param linkValidity how long links to media can be followed
 */
public record UploadLimits(
    long maxUploadSize, long maxBodySize, Duration uploadValidity, Duration linkValidity) {
  /** Amazon S3 User Guide, "Uploading objects": a single PUT takes up to 5 GB. */
  private static final String MAX_PUT = "5G";

  /**
   * AWS Lambda Developer Guide, "Quotas": an event has up to 6 MB, in which a body is base64. The
   * headers count too, so the true limit is a little lower.
   */
  private static final String MAX_BODY = "4608K";

  /** Amazon S3 API Reference, "Authenticating Requests: Using Query Parameters". */
  private static final String MAX_VALIDITY = "7d";

  static UploadLimits of(SettingsReader read) {
    return new UploadLimits(
        read.size("darkroom.max-upload-size", "5G", "1", MAX_PUT),
        read.size("darkroom.max-body-size", "4500K", "1", MAX_BODY),
        read.duration("darkroom.upload-validity", "15m", "1s", MAX_VALIDITY),
        read.duration("darkroom.link-validity", "1h", "1s", MAX_VALIDITY));
  }
}
