package dev.darkroom.upload.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The web page, in one document.
 *
 * @param policy value of {@code Content-Security-Policy}
 * @param tag changes with the content
 */
record Page(String html, String policy, String tag) {
  private static final List<String> SCRIPTS =
      List.of(
          "1-elements.js",
          "2-api.js",
          "3-upload.js",
          "4-gallery.js",
          "5-detail.js",
          "6-storyboard.js",
          "7-player.js");

  /**
   * Puts the page together.
   *
   * @param bucketOrigin origin of links into the bucket
   */
  static Page of(String bucketOrigin) {
    String style = resource("page.css");
    String script =
        SCRIPTS.stream()
            .map(Page::resource)
            .collect(Collectors.joining("\n", "\"use strict\";\n{\n", "}\n"));
    String html = resource("page.html").replace("{{style}}", style).replace("{{script}}", script);
    return new Page(html, policy(bucketOrigin, style, script), sha256(html));
  }

  /** Forbids everything that it does not name (W3C Content Security Policy Level 3). */
  private static String policy(String bucketOrigin, String style, String script) {
    return String.join(
        "; ",
        "default-src 'none'",
        "script-src 'sha256-" + sha256(script) + "'",
        "style-src 'sha256-" + sha256(style) + "'",
        "img-src data: " + bucketOrigin,
        "media-src 'self' " + bucketOrigin,
        "connect-src 'self' " + bucketOrigin,
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'");
  }

  private static String resource(String name) {
    try (InputStream in = Page.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the page has no " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
