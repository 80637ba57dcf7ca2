package dev.darkroom.upload.ticket;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** Reads SHA-256 checksums in the forms that common tools print. */
final class Sha256 {
  private static final int BYTES = 32;

  private Sha256() {}

  /** Converts to base64, as S3 wants it; empty if the text is not a SHA-256. */
  static Optional<String> base64(String hexOrBase64) {
    try {
      byte[] digest =
          hexOrBase64.length() == 2 * BYTES
              ? HexFormat.of().parseHex(hexOrBase64)
              : Base64.getDecoder().decode(hexOrBase64);
      return digest.length == BYTES
          ? Optional.of(Base64.getEncoder().encodeToString(digest))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
