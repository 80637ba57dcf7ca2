package dev.darkroom.local.s3;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds {@code x-amz-} headers that a request's signature of version 4 does not cover. S3 refuses
 * such a request, S3Proxy obeys them: whoever holds a presigned URL could set an ACL or metadata.
 * Signatures of version 2 cover all these headers.
 */
final class UnsignedHeaders {
  private static final String AMAZON = "x-amz-";

  /** The list in the query of a presigned URL, which is percent-encoded. */
  private static final Pattern IN_QUERY = Pattern.compile("(?:^|&)X-Amz-SignedHeaders=([^&]*+)");

  private static final Pattern IN_HEADER = Pattern.compile("SignedHeaders=([^, ]*+)");

  private UnsignedHeaders() {}

  /** Returns the names in lower case, sorted; empty for a request without such a signature. */
  static List<String> of(HttpServletRequest request) {
    var signed = new ArrayList<Set<String>>();
    add(signed, IN_QUERY, request.getQueryString());
    add(signed, IN_HEADER, request.getHeader("Authorization"));
    return Collections.list(request.getHeaderNames()).stream()
        .map(name -> name.toLowerCase(Locale.ROOT))
        .filter(name -> name.startsWith(AMAZON))
        .filter(name -> !signed.stream().allMatch(names -> names.contains(name)))
        .distinct()
        .sorted()
        .toList();
  }

  private static void add(List<Set<String>> signed, Pattern list, String text) {
    Matcher names = list.matcher(text == null ? "" : text);
    if (names.find()) {
      String decoded = URLDecoder.decode(names.group(1), StandardCharsets.UTF_8);
      signed.add(Set.copyOf(Arrays.asList(decoded.toLowerCase(Locale.ROOT).split(";"))));
    }
  }
}
