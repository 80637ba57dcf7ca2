package dev.darkroom.video;

import dev.darkroom.stage.store.ObjectStore;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/**
 * Makes the S3 client's first request while the function starts, when Lambda gives a full CPU: it
 * loads a thousand classes, which the first video would wait for.
 */
@Singleton
final class Warmup {
  private static final Logger LOG = Logger.getLogger(Warmup.class);

  void warm(@Observes StartupEvent start, ObjectStore store) {
    try {
      LOG.debugf("store answers: %s", store.head("originals/none").isEmpty());
    } catch (RuntimeException e) {
      // Whatever is wrong with the store is for the events to find out, which are then retried.
      LOG.debug("store does not answer yet", e);
    }
  }
}
