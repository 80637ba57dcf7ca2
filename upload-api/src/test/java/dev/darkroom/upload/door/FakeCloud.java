package dev.darkroom.upload.door;

import dev.darkroom.contract.MediaKind;
import dev.darkroom.stage.batch.JobEvent;
import dev.darkroom.stage.store.InMemoryObjectStore;
import dev.darkroom.stage.store.JobQueues;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What stands in for the bucket, the queues and Lambda. */
@Singleton
@WithTestResource(value = IdleRuntime.class, scope = TestResourceScope.GLOBAL)
final class FakeCloud {
  /** Jobs sent so far. */
  static final class SentJobs implements JobQueues {
    private final List<Sent> jobs = new CopyOnWriteArrayList<>();

    record Sent(MediaKind kind, JobEvent job) {}

    @Override
    public void send(MediaKind kind, JobEvent job) {
      jobs.add(new Sent(kind, job));
    }

    List<Sent> jobs() {
      return jobs;
    }
  }

  @Produces
  @Singleton
  @Alternative
  @Priority(1)
  InMemoryObjectStore store() {
    return new InMemoryObjectStore();
  }

  @Produces
  @Singleton
  @Alternative
  @Priority(1)
  SentJobs queues() {
    return new SentJobs();
  }
}
