package dev.darkroom.local;

/**
 * The one identity the local cloud knows. It guards nothing but a loopback port: signatures are
 * checked so that a wrongly signed request fails here as it would on AWS.
 */
public final class LocalCredentials {
  public static final String ACCESS_KEY = "darkroom";
  public static final String SECRET_KEY = "darkroom-local";
  public static final String REGION = "us-east-1";

  /** Twelve digits, as in every ARN and queue URL of the local cloud. */
  public static final String ACCOUNT = "000000000000";

  private LocalCredentials() {}
}
