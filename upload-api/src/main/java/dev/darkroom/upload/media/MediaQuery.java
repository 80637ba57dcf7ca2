package dev.darkroom.upload.media;

import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.MediaKind;
import dev.darkroom.upload.http.Checked;
import dev.darkroom.upload.http.FieldError;
import dev.darkroom.upload.http.TextLimit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Selects the uploads to list.
 *
 * @param kind lists this kind only
 * @param status lists this status only; awaited uploads are never listed
 * @param limit 1 to {@link #MAX_LIMIT}
 * @param after lists older uploads only
 */
record MediaQuery(
    Optional<MediaKind> kind, Optional<MediaStatus> status, int limit, Optional<MediaId> after) {
  static final int DEFAULT_LIMIT = 20;
  static final int MAX_LIMIT = 100;

  private static final MediaStatus[] LISTED = {
    MediaStatus.QUEUED,
    MediaStatus.PROCESSING,
    MediaStatus.COMPLETED,
    MediaStatus.FAILED,
    MediaStatus.UNREADABLE
  };

  /** Reads a request's parameters. */
  static Checked<MediaQuery> of(
      @Nullable String kind,
      @Nullable String status,
      @Nullable String limit,
      @Nullable String cursor) {
    var errors = new ArrayList<FieldError>();
    var query =
        new MediaQuery(
            choice("kind", kind, MediaKind.values(), errors),
            choice("status", status, LISTED, errors),
            limit == null ? DEFAULT_LIMIT : limit(limit, errors),
            cursor == null ? Optional.empty() : after(cursor, errors));
    return errors.isEmpty() ? new Checked.Valid<>(query) : new Checked.Invalid<>(errors);
  }

  private static <E extends Enum<E>> Optional<E> choice(
      String field, @Nullable String value, E[] choices, List<FieldError> errors) {
    if (!TextLimit.PARAMETER.check(field, value, errors)) {
      return Optional.empty();
    }
    Optional<E> choice =
        Arrays.stream(choices).filter(each -> each.toString().equals(value)).findFirst();
    if (value != null && choice.isEmpty()) {
      String names = Arrays.stream(choices).map(Enum::toString).collect(Collectors.joining(", "));
      errors.add(new FieldError(field, "must be one of " + names));
    }
    return choice;
  }

  private static int limit(String value, List<FieldError> errors) {
    if (!TextLimit.PARAMETER.check("limit", value, errors)) {
      return 0;
    }
    int limit = value.matches("\\d{1,3}") ? Integer.parseInt(value) : 0;
    if (limit < 1 || limit > MAX_LIMIT) {
      errors.add(new FieldError("limit", "must be a number between 1 and " + MAX_LIMIT));
    }
    return limit;
  }

  private static Optional<MediaId> after(String cursor, List<FieldError> errors) {
    if (!TextLimit.PARAMETER.check("cursor", cursor, errors)) {
      return Optional.empty();
    }
    Optional<MediaId> after = Cursor.parse(cursor);
    if (after.isEmpty()) {
      errors.add(new FieldError("cursor", "must be the next of an earlier answer"));
    }
    return after;
  }
}
