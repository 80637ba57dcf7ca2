package dev.darkroom.host.loopback;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decides which host names can only mean this machine: {@code localhost} (RFC 6761, section 6.3)
 * and loopback addresses.
 *
 * <p>Nothing is resolved: a name in DNS may point to loopback now and to another machine a moment
 * later. Names below {@code localhost} are refused too, because some resolvers look them up in DNS.
 */
public final class Loopback {
  /** The address that every local server listens on. */
  public static final String ADDRESS = "127.0.0.1";

  /** Matches a loopback host in lower case, an IPv6 address in brackets, as URLs write it. */
  public static final String HOST = "(localhost|127(\\.[0-9]{1,3}){3}|\\[::1])";

  /** Matches the port of a {@code Host} header or an origin, if there is one. */
  public static final String OPTIONAL_PORT = "(:[0-9]{1,5})?";

  private static final Pattern NAME = Pattern.compile(HOST, Pattern.CASE_INSENSITIVE);
  private static final Pattern HEADER =
      Pattern.compile(HOST + OPTIONAL_PORT, Pattern.CASE_INSENSITIVE);

  private Loopback() {}

  /** Whether a host name, without a port, can only mean this machine. */
  public static boolean isName(String host) {
    return NAME.matcher(host).matches();
  }

  /**
   * Whether a request's {@code Host} header names this machine. A web page can point a name of its
   * own at 127.0.0.1 (DNS rebinding), but the browser then sends that name.
   */
  public static boolean isHostHeader(@Nullable String host) {
    return host != null && HEADER.matcher(host).matches();
  }
}
