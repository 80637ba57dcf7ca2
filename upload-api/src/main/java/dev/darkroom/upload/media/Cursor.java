package dev.darkroom.upload.media;

import dev.darkroom.contract.MediaId;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Where a listing goes on: behind an id. Opaque to clients, so that it can become more. */
final class Cursor {
  private Cursor() {}

  static String behind(MediaId id) {
    byte[] bytes = id.value().getBytes(StandardCharsets.US_ASCII);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Empty if it is none of ours. */
  static Optional<MediaId> parse(String cursor) {
    try {
      String id = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
      return MediaId.isValid(id) ? Optional.of(new MediaId(id)) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
