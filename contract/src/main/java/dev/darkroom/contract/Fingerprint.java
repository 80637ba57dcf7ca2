package dev.darkroom.contract;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Writes the start of a SHA-256 in Crockford's base 32, whose letters are all in lower case. */
public final class Fingerprint {
  static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

  private Fingerprint() {}

  /**
   * Returns a text that equal bytes have in common, and others only by chance.
   *
   * @param length 1 to 32 characters, of 5 bits each
   */
  public static String of(byte[] bytes, int length) {
    byte[] hash = sha256(bytes);
    var text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(ALPHABET.charAt(hash[i] & 31));
    }
    return text.toString();
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
