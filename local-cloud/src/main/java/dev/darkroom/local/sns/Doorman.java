package dev.darkroom.local.sns;

import com.sun.net.httpserver.Headers;
import dev.darkroom.host.loopback.Loopback;
import org.jspecify.annotations.Nullable;

/**
 * Refuses requests of web pages. Signatures are not checked, because only this machine can connect;
 * but a browser on this machine also connects for pages from anywhere.
 */
final class Doorman {

  private Doorman() {}

  /** Refuses requests whose {@code Host} is not this machine, against DNS rebinding. */
  static void checkHost(Headers headers) {
    @Nullable String host = headers.getFirst("Host");
    if (!Loopback.isHostHeader(host)) {
      throw new Refusal(
          ErrorCode.ACCESS_DENIED, "The local SNS answers to loopback names only, not to " + host);
    }
  }

  /**
   * Refuses headers that browsers always send and SDKs never do. Requires one that SDKs always
   * send, and that a page can only send after a preflight request, which fails here.
   */
  static void checkApiCall(Headers headers) {
    if (headers.containsKey("Origin") || headers.containsKey("Sec-Fetch-Site")) {
      throw new Refusal(ErrorCode.ACCESS_DENIED, "The local SNS takes no requests from web pages");
    }
    if (!headers.containsKey("Authorization")) {
      throw new Refusal(
          ErrorCode.MISSING_AUTHENTICATION_TOKEN,
          "Request is missing Authentication Token; any credentials will do");
    }
  }
}
