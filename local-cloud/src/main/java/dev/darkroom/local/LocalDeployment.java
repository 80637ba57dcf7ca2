package dev.darkroom.local;

import dev.darkroom.infra.Deployment;
import dev.darkroom.local.account.LocalAccount;
import dev.darkroom.local.provision.CloudAccess;
import java.util.HashMap;
import java.util.Map;

/** Answers the template's parameters, as a person does when deploying to AWS. */
final class LocalDeployment {
  static final String NOTIFICATION_EMAIL = "NotificationEmail";

  private static final Map<String, String> PARAMETERS =
      Map.of(
          // The functions run without authentication, so these two are not read.
          "JwtIssuer",
          "https://issuer.invalid",
          "JwtAudience",
          "none",
          // The page is at 127.0.0.1 and at localhost, and uploads from both into the bucket.
          "AllowedOrigin",
          "*",
          NOTIFICATION_EMAIL,
          "you@localhost");

  private LocalDeployment() {}

  static Deployment of(Options options, CloudAccess cloud) {
    var parameters = new HashMap<>(PARAMETERS);
    parameters.putAll(options.parameters());
    return new Deployment(options.stack(), LocalAccount.ID, cloud.region(), parameters);
  }
}
