package dev.darkroom.local.sns;

import java.util.Locale;
import java.util.regex.Pattern;

/** Which host names can only mean this machine. */
final class Loopback {

  private static final Pattern IPV4 = Pattern.compile("127(\\.[0-9]{1,3}){3}");

  private Loopback() {}

  /**
   * True for loopback addresses and {@code localhost} (RFC 6761 section 6.3). Nothing is resolved:
   * a name in DNS may mean loopback now and another machine, or the other way round, a moment
   * later. Nor are names below {@code localhost} taken, as not every resolver keeps them from DNS.
   */
  static boolean is(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    return name.equals("localhost") || name.equals("[::1]") || IPV4.matcher(name).matches();
  }
}
