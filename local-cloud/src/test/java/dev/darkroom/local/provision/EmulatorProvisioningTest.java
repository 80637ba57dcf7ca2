package dev.darkroom.local.provision;

import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The emulator at {@code DARKROOM_ENDPOINT}, where there is one. */
@EnabledIfEnvironmentVariable(
    named = "DARKROOM_ENDPOINT",
    matches = "http.*",
    disabledReason = "DARKROOM_ENDPOINT names no emulator")
final class EmulatorProvisioningTest extends ProvisioningContract {
  private final String stackName = "test-" + UUID.randomUUID();

  @Override
  CloudAccess cloud() {
    return CloudAccess.emulator(URI.create(System.getenv("DARKROOM_ENDPOINT")));
  }

  @Override
  String stackName() {
    return stackName;
  }
}
