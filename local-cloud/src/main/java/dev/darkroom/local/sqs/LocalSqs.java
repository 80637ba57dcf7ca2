package dev.darkroom.local.sqs;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import dev.darkroom.host.loopback.Loopback;
import dev.darkroom.local.account.LocalAccount;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import org.apache.pekko.http.scaladsl.Http;
import org.apache.pekko.pattern.Patterns;
import org.elasticmq.StrictSQSLimits$;
import org.elasticmq.actor.QueueManagerActor;
import org.elasticmq.msg.CreateQueue;
import org.elasticmq.msg.RestoreMessages;
import org.elasticmq.persistence.CreateQueueMetadata;
import org.elasticmq.persistence.QueueSorter;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.elasticmq.util.NowProvider;
import scala.Some;
import scala.concurrent.duration.FiniteDuration;
import scala.jdk.javaapi.CollectionConverters;
import scala.jdk.javaapi.FutureConverters;
import scala.util.Right;

/**
 * Serves SQS on a loopback port, and keeps queues and messages in a folder.
 *
 * <p>A message whose send was answered survives a killed process. Only standard queues are
 * supported: a FIFO queue would lose its order in a restart.
 */
public final class LocalSqs implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /**
   * Replaces the application.conf that ElasticMQ puts at the root of the class path, where another
   * library's may come first. The request timeout leaves room for SQS's longest poll of 20 s, the
   * URI length for its largest message of 256 KiB. The scheduler wakes up at every tick, even when
   * nothing is due: by default 100 times a second.
   */
  private static final Config CONFIG =
      ConfigFactory.parseString(
              """
              pekko {
                loggers = ["org.apache.pekko.event.slf4j.Slf4jLogger"]
                logging-filter = "org.apache.pekko.event.slf4j.Slf4jLoggingFilter"
                loglevel = "WARNING"
                log-dead-letters = off
                jvm-exit-on-fatal-error = off
                coordinated-shutdown.run-by-jvm-shutdown-hook = off
                scheduler.tick-duration = 100 ms
                actor.default-dispatcher.fork-join-executor {
                  parallelism-min = 2
                  parallelism-factor = 1.0
                }
                http.server.request-timeout = 30 s
                http.server.parsing.max-uri-length = 256k
                http.server.parsing.illegal-header-warnings = off
              }
              """)
          .withFallback(ConfigFactory.defaultReference());

  private final ActorSystem system;
  private final Http.ServerBinding binding;

  private LocalSqs(ActorSystem system, Http.ServerBinding binding) {
    this.system = system;
    this.binding = binding;
  }

  /**
   * Starts the service. Messages that were in flight when the previous process ended become
   * visible, because their consumers ended with it.
   *
   * @param data folder for queues and messages; created if it is missing, used by one process at a
   *     time
   * @param port loopback port; 0 for any free port
   * @throws IllegalStateException if the port or the folder is in use
   */
  public static LocalSqs start(Path data, int port) {
    var system = ActorSystem.create("sqs", CONFIG);
    try {
      var manager = restore(system, QueueStore.open(data));
      var server =
          SQSRestServerBuilder.withActorSystem(system)
              .withQueueManagerActor(manager.actor())
              .withQueueEventListener(manager.journal())
              .withInterface(Loopback.ADDRESS)
              .withPort(port)
              .withAWSRegion(LocalAccount.REGION)
              .withAWSAccountId(LocalAccount.ID)
              .start();
      return new LocalSqs(system, server.waitUntilStarted());
    } catch (Exception e) {
      await(FutureConverters.asJava(system.terminate()));
      throw new IllegalStateException("SQS did not start on port " + port + " with " + data, e);
    }
  }

  /** Address of the service. Queue URLs are {@code {endpoint}/000000000000/{name}}. */
  public URI endpoint() {
    return URI.create("http://" + Loopback.ADDRESS + ":" + binding.localAddress().getPort());
  }

  /** Ends open polls, and returns when everything is on disk. */
  @Override
  public void close() {
    await(FutureConverters.asJava(binding.terminate(FiniteDuration.apply(1, TimeUnit.SECONDS))));
    await(FutureConverters.asJava(system.terminate()));
  }

  /** Restores the queues before the port opens, so that no request sees half of one. */
  private static Manager restore(ActorSystem system, QueueStore store) throws SQLException {
    var journal = system.actorOf(Props.create(QueueJournal.class, () -> new QueueJournal(store)));
    store.returnInFlight(Instant.now());
    var manager =
        system.actorOf(
            Props.create(
                QueueManagerActor.class,
                new NowProvider(),
                StrictSQSLimits$.MODULE$,
                new Some<>(journal)));
    var queues =
        QueueSorter.sortCreateQueues(CollectionConverters.asScala(store.queues()).toList());
    for (var queue : CollectionConverters.asJava(queues)) {
      var messages = CollectionConverters.asScala(store.messages(queue.name())).toList();
      var actor = create(manager, queue);
      await(Patterns.ask(actor, new RestoreMessages(messages), PATIENCE));
    }
    return new Manager(manager, journal);
  }

  private static ActorRef create(ActorRef manager, CreateQueueMetadata queue) {
    var answer = await(Patterns.ask(manager, new CreateQueue(queue.toCreateQueueData()), PATIENCE));
    if (answer instanceof Right<?, ?> right && right.value() instanceof ActorRef actor) {
      return actor;
    }
    throw new IllegalStateException("Queue " + queue.name() + " was refused: " + answer);
  }

  private static <T> T await(CompletionStage<T> answer) {
    return answer.toCompletableFuture().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
  }

  private record Manager(ActorRef actor, ActorRef journal) {}
}
