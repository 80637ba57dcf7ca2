package dev.darkroom.local.account;

/**
 * Names the only account of the local cloud and its credentials. They protect nothing but a
 * loopback port. The local S3 checks signatures all the same, so that a wrongly signed request
 * fails here as it does on AWS.
 */
public final class LocalAccount {
  /** Account number in every ARN and queue URL. */
  public static final String ID = "000000000000";

  public static final String REGION = "us-east-1";
  public static final String ACCESS_KEY = "darkroom";
  public static final String SECRET_KEY = "darkroom-local";

  private LocalAccount() {}
}
