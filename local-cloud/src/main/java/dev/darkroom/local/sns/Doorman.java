package dev.darkroom.local.sns;

import com.sun.net.httpserver.Headers;
import dev.darkroom.host.loopback.Loopback;
import org.jspecify.annotations.Nullable;

/**
 * Keeps out requests that a web page makes in the browser of whoever runs this. Signatures are not
 * checked, as only this machine can connect; but a page from anywhere, opened on this machine,
 * connects from this machine too.
 */
final class Doorman {

  private Doorman() {}

  /**
   * Refuses names that are not loopback's. By DNS rebinding a page can have its own name resolve to
   * 127.0.0.1, but it cannot have the browser say another name in {@code Host}.
   */
  static void checkHost(Headers headers) {
    @Nullable String host = headers.getFirst("Host");
    if (!Loopback.isHostHeader(host)) {
      throw new Refusal(
          ErrorCode.ACCESS_DENIED, "The local SNS answers to loopback names only, not to " + host);
    }
  }

  /**
   * Refuses what SDKs never send and browsers always do, and asks for what SDKs always send and a
   * page can only send after a preflight request, which fails here.
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
