package dev.darkroom.stage.store;

import dev.darkroom.contract.FileName;
import dev.darkroom.contract.OriginalKey;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Keeps the name that a person gave a file in the original's user metadata, because keys have only
 * its safe form. Metadata is ASCII, so the name is percent-encoded UTF-8.
 */
public final class OriginalName {
  /** The metadata key; over HTTP it is the header {@code x-amz-meta-file-name}. */
  public static final String METADATA_KEY = "file-name";

  private OriginalName() {}

  public static String encode(FileName name) {
    return URLEncoder.encode(name.original(), StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** The name given at upload; for files dropped with other tools, the key's last segment. */
  public static String of(ObjectInfo info, OriginalKey key) {
    Map<String, String> metadata = info.metadata();
    String encoded = metadata.get(METADATA_KEY);
    if (encoded == null) {
      return new FileName(key.file()).original();
    }
    try {
      // URLDecoder decodes forms, where a plus means a space; here a plus is a plus.
      String percentEncoded = encoded.replace("+", "%2B");
      return new FileName(URLDecoder.decode(percentEncoded, StandardCharsets.UTF_8)).original();
    } catch (IllegalArgumentException e) {
      return new FileName(encoded).original();
    }
  }
}
