package dev.darkroom.upload.http;

import dev.darkroom.contract.ErrorCode;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Compresses long texts for clients that accept it (RFC 9110, 12.5.3). */
public final class Compression {
  /**
   * AWS Lambda Developer Guide, "Quotas": an answer has up to 6 MB, in which a body is base64. The
   * headers count too.
   */
  private static final int MAX_BODY = 4500 << 10;

  /** Finds gzip in a list of codings, unless its weight is zero. */
  private static final Pattern GZIP =
      Pattern.compile("(^|,)\\s*gzip\\s*(;\\s*q=(?!0(\\.0*)?\\s*(,|$))[\\d.]+\\s*)?(,|$)");

  private Compression() {}

  /**
   * Answers a text, or that it is too large if no answer can hold it.
   *
   * @param accepted value of the request's {@code Accept-Encoding}
   */
  public static Response answer(String text, String contentType, @Nullable String accepted) {
    boolean zipped = accepted != null && GZIP.matcher(accepted).find();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    byte[] body = zipped ? gzip(bytes) : bytes;
    if (body.length > MAX_BODY) {
      return Problem.of(
              ErrorCode.TOO_LARGE, "The answer is too large, unless gzip makes it smaller.")
          .toResponse();
    }
    Response.ResponseBuilder answer =
        Response.ok(body, contentType).header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    return (zipped ? answer.header(HttpHeaders.CONTENT_ENCODING, "gzip") : answer).build();
  }

  private static byte[] gzip(byte[] bytes) {
    var out = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(out)) {
      zip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
