package dev.darkroom.upload.ticket;

import com.fasterxml.jackson.databind.JsonNode;
import dev.darkroom.contract.FileName;
import dev.darkroom.contract.MediaKind;
import dev.darkroom.upload.config.UploadLimits;
import dev.darkroom.upload.http.Checked;
import dev.darkroom.upload.http.FieldError;
import dev.darkroom.upload.http.TextLimit;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks wishes to upload straight into the bucket. */
@Singleton
final class UploadPolicy {
  /** RFC 6838, 4.2: names of up to 127 characters; parameters are ignored. */
  private static final Pattern CONTENT_TYPE =
      Pattern.compile("((image|video)/[a-z0-9][a-z0-9!#$&^_.+-]{0,126})\\s*(?:;.*)?");

  private final UploadLimits limits;

  UploadPolicy(UploadLimits limits) {
    this.limits = limits;
  }

  /**
   * An upload that is permitted.
   *
   * @param kind as declared: it decides which worker looks first
   * @param sha256 in base64
   */
  record Admission(
      FileName name, MediaKind kind, String contentType, long size, @Nullable String sha256) {}

  Checked<Admission> check(UploadRequest request) {
    var errors = new ArrayList<FieldError>();
    String name = fileName(request.fileName(), errors);
    String type = contentType(request.contentType(), errors);
    long size = size(request.size(), errors);
    String sha256 = sha256(request.sha256(), errors);
    if (!errors.isEmpty()) {
      return new Checked.Invalid<>(errors);
    }
    MediaKind kind = type.startsWith("image/") ? MediaKind.IMAGE : MediaKind.VIDEO;
    return new Checked.Valid<>(new Admission(new FileName(name), kind, type, size, sha256));
  }

  private static String fileName(@Nullable JsonNode value, List<FieldError> errors) {
    String name = text(value);
    if (TextLimit.FILE_NAME.check("fileName", name, errors) && name.isBlank()) {
      errors.add(new FieldError("fileName", "must be a name"));
    }
    return name;
  }

  private static String contentType(@Nullable JsonNode value, List<FieldError> errors) {
    String text = text(value);
    if (!TextLimit.CONTENT_TYPE.check("contentType", text, errors)) {
      return "";
    }
    Matcher type = CONTENT_TYPE.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!type.matches()) {
      errors.add(new FieldError("contentType", "must be image/… or video/…"));
      return "";
    }
    return type.group(1);
  }

  /** Returns a text, empty if the field is missing or something else. */
  private static String text(@Nullable JsonNode value) {
    return value == null || !value.isTextual() ? "" : value.textValue();
  }

  private long size(@Nullable JsonNode value, List<FieldError> errors) {
    long size = value != null && value.isIntegralNumber() ? value.longValue() : 0;
    if (value == null || !value.canConvertToLong() || size < 1 || size > limits.maxUploadSize()) {
      errors.add(
          new FieldError(
              "size", "must be a number of bytes between 1 and " + limits.maxUploadSize()));
    }
    return size;
  }

  private static @Nullable String sha256(@Nullable JsonNode value, List<FieldError> errors) {
    if (value == null || value.isNull()) {
      return null;
    }
    String text = text(value);
    if (!TextLimit.CHECKSUM.check("sha256", text, errors)) {
      return null;
    }
    Optional<String> checksum = Sha256.base64(text);
    if (checksum.isEmpty()) {
      errors.add(new FieldError("sha256", "must be a SHA-256 in hex or base64"));
    }
    return checksum.orElse(null);
  }
}
