package dev.darkroom.it;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterClassTemplateInvocationCallback;
import org.junit.jupiter.api.extension.BeforeClassTemplateInvocationCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Lets one test class at a time use a backend, because tests kill workers, shorten timeouts and
 * wait for empty queues. Classes run in parallel: while one is on the local cloud, the other is on
 * LocalStack.
 */
final class OneClassPerBackend
    implements BeforeClassTemplateInvocationCallback, AfterClassTemplateInvocationCallback {
  private static final Map<Backend, Semaphore> FREE =
      Stream.of(Backend.values())
          .collect(Collectors.toUnmodifiableMap(backend -> backend, backend -> new Semaphore(1)));

  @Override
  public void beforeClassTemplateInvocation(ExtensionContext context) {
    free(context).acquireUninterruptibly();
  }

  @Override
  public void afterClassTemplateInvocation(ExtensionContext context) {
    free(context).release();
  }

  /** {@link OnEachBackend} names the invocations after the backends. */
  private static Semaphore free(ExtensionContext context) {
    return Objects.requireNonNull(FREE.get(Backend.valueOf(context.getDisplayName())));
  }
}
