package dev.darkroom.upload.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The most characters that texts in requests may have, checked before anything looks at them. */
public enum TextLimit {
  /** Four times what most file systems allow; S3 allows a whole key as much. */
  FILE_NAME(1024),
  /** A type and a subtype of 127 characters each (RFC 6838, 4.2), and parameters. */
  CONTENT_TYPE(512),
  /** A SHA-256 in hex. */
  CHECKSUM(64),
  /** A query parameter; the longest is a cursor of 35 characters. */
  PARAMETER(64),
  /** A header; its file name may be there twice, once percent-encoded. */
  HEADER(8192);

  private final int max;

  TextLimit(int max) {
    this.max = max;
  }

  /**
   * Adds an error for a text that is too long.
   *
   * @return whether the text is short enough, or missing
   */
  public boolean check(String field, @Nullable String text, List<FieldError> errors) {
    boolean fits = text == null || text.length() <= max;
    if (!fits) {
      errors.add(new FieldError(field, "must have at most " + max + " characters"));
    }
    return fits;
  }
}
