package dev.darkroom.engine.foreign;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips a test class, with the reason, on platforms without the library. */
final class NeedsNativeCodecs implements BeforeAllCallback {
  @Override
  public void beforeAll(ExtensionContext context) {
    assumeTrue(NativeCodecs.available(), NativeCodecs::description);
  }
}
