package dev.darkroom.upload.media;

import dev.darkroom.contract.MediaId;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Encodes the id after which a listing continues. Opaque to clients, so that it can change. */
final class Cursor {
  private Cursor() {}

  static String after(MediaId id) {
    byte[] bytes = id.value().getBytes(StandardCharsets.US_ASCII);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Decodes a cursor; empty if it is not valid. */
  static Optional<MediaId> parse(String cursor) {
    try {
      String id = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
      return MediaId.isValid(id) ? Optional.of(new MediaId(id)) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
