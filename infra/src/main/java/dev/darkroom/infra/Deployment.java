package dev.darkroom.infra;

import java.util.Map;

/**
 * What a template leaves to the one who deploys it.
 *
 * @param stackName starts the name of every resource, so that several stacks can share an account
 * @param accountId twelve digits
 * @param region as in {@code eu-central-1}
 * @param parameters values for the template's parameters; those not named keep their defaults
 */
public record Deployment(
    String stackName, String accountId, String region, Map<String, String> parameters) {
  public Deployment {
    parameters = Map.copyOf(parameters);
  }
}
