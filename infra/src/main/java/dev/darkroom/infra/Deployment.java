package dev.darkroom.infra;

import java.util.Map;

/**
 * The choices of whoever deploys a template.
 *
 * @param stackName prefix of every resource's name, so that several stacks can share an account
 * @param accountId account number, twelve digits
 * @param region region, such as {@code eu-central-1}
 * @param parameters values of the template's parameters; the others keep their defaults
 */
public record Deployment(
    String stackName, String accountId, String region, Map<String, String> parameters) {
  public Deployment {
    parameters = Map.copyOf(parameters);
  }
}
