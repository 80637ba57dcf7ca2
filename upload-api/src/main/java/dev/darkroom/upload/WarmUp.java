package dev.darkroom.upload;

import dev.darkroom.contract.ProcessedKey;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.upload.link.Presigner;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/**
 * Makes the first calls of the SDK before the first request comes: they load its classes and open
 * the connection, which would cost that request a second on the JVM. Lambda gives initialization
 * the full processor whatever the function's memory is.
 */
@Singleton
final class WarmUp {
  private static final Logger LOG = Logger.getLogger(WarmUp.class);
  private static final String NO_SUCH_KEY = ProcessedKey.PREFIX + "warm-up";

  void warm(@Observes StartupEvent start, ObjectStore store, Presigner presigner) {
    try {
      presigner.view(NO_SUCH_KEY);
      store.head(NO_SUCH_KEY);
    } catch (RuntimeException e) {
      // A store that is away now may be back with the first request.
      LOG.warn("the store does not answer yet", e);
    }
  }
}
