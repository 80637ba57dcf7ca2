package dev.darkroom.local.sns;

import com.sun.net.httpserver.HttpServer;
import dev.darkroom.host.loopback.Loopback;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * A running SNS on loopback. Topics, subscriptions and undelivered messages are in one folder and
 * survive a kill -9.
 */
public final class LocalSns implements AutoCloseable {

  private static final int SECONDS_TO_FINISH = 1;

  private final HttpServer server;
  private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpTransport http;
  private final Deliveries deliveries;

  private LocalSns(HttpServer server, Path data, SqsClient queues, MailDelivery mail)
      throws IOException {
    this.server = server;
    Links links = new Links(endpoint());
    Envelope envelope = new Envelope(links);
    http = new HttpTransport(envelope);
    Transport queue = new QueueTransport(queues, envelope);
    Transport post = new MailTransport(mail, links);
    Registry registry = Registry.open(data.resolve("registry.json"));
    deliveries =
        new Deliveries(
            registry,
            DeliveryLog.open(data.resolve("deliveries.log")),
            Map.of(
                Protocol.SQS,
                queue,
                Protocol.HTTP,
                http,
                Protocol.HTTPS,
                http,
                Protocol.EMAIL,
                post));
    server.createContext(
        "/",
        new QueryFront(
            new TopicActions(registry),
            new SubscriptionActions(registry, deliveries),
            new PublishActions(registry, deliveries)));
    server.setExecutor(requests);
  }

  /**
   * Starts the service, and goes on with what it had not delivered when it stopped.
   *
   * @param data where its state is kept; created when missing. One service at a time
   * @param port the loopback port to listen on, or 0 for any free one. Links in messages name it,
   *     so they work as long as it stays the same
   * @param queues reaches the queues that subscriptions of protocol {@code sqs} name; remains the
   *     caller's, to be closed after this service
   * @param mail where mails go
   * @throws IOException when the port is taken, or the state cannot be read
   */
  public static LocalSns start(Path data, int port, SqsClient queues, MailDelivery mail)
      throws IOException {
    Files.createDirectories(data);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    try {
      LocalSns sns = new LocalSns(server, data, queues, mail);
      server.start();
      sns.deliveries.resume();
      return sns;
    } catch (IOException | RuntimeException e) {
      server.stop(0);
      throw e;
    }
  }

  /** What {@code AWS_ENDPOINT_URL_SNS} should say. */
  public URI endpoint() {
    return URI.create("http://" + Loopback.ADDRESS + ":" + server.getAddress().getPort());
  }

  /**
   * Finishes what is under way; what still waits to be delivered is delivered after the next start.
   */
  @Override
  public void close() throws IOException {
    server.stop(SECONDS_TO_FINISH);
    requests.shutdown();
    deliveries.close();
    http.close();
  }
}
