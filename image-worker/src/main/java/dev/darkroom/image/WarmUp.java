package dev.darkroom.image;

import dev.darkroom.codec.Malformed;
import dev.darkroom.contract.OriginalKey;
import dev.darkroom.image.step.Rehearsal;
import dev.darkroom.stage.store.ObjectStore;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import org.jboss.logging.Logger;

/**
 * Loads what the first event would otherwise wait for: Lambda gives start-up more CPU than the work
 * after it, and an SDK's first call costs about a second on the JVM.
 */
final class WarmUp {
  private static final Logger LOG = Logger.getLogger(WarmUp.class);

  /** Injecting the settings is what refuses a bad configuration at the start. */
  void onStart(
      @Observes StartupEvent start,
      ImageWorkerConfig config,
      ImageSettings settings,
      ObjectStore store) {
    if (!config.image().warmUp()) {
      return;
    }
    try {
      Rehearsal.play(settings.turbo());
      store.head(OriginalKey.PREFIX + "warm-up");
    } catch (IOException | Malformed | RuntimeException e) {
      // The first event will meet the same fault, and its answer will say so.
      LOG.warnf(e, "warming up failed");
    }
  }
}
