package dev.darkroom.notify;

import dev.darkroom.contract.ProcessedKey;
import dev.darkroom.stage.store.ObjectStore;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;
import software.amazon.awssdk.services.sns.SnsClient;

/**
 * Makes the first calls of the SDK before the first event comes: they load its classes and open the
 * connections, which would cost that event a second on the JVM. Lambda gives initialization the
 * full processor whatever the function's memory is.
 */
@Singleton
final class WarmUp {
  private static final Logger LOG = Logger.getLogger(WarmUp.class);
  private static final String NO_SUCH_KEY = ProcessedKey.PREFIX + "warm-up";

  void warm(@Observes StartupEvent start, NotifierConfig config, ObjectStore store, SnsClient sns) {
    if (!config.warmUp()) {
      return;
    }
    try {
      store.head(NO_SUCH_KEY);
      sns.getTopicAttributes(r -> r.topicArn(config.topicArn()));
    } catch (RuntimeException e) {
      // What is away now may be back with the first event.
      LOG.warn("the store or the topic does not answer yet", e);
    }
  }
}
