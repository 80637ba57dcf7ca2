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
 * Serves SNS on a loopback port. Topics, subscriptions and undelivered messages are kept in a
 * folder and survive a kill -9.
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
   * Starts the service, and resumes the deliveries that were pending when it stopped.
   *
   * @param data folder for the state; created if it is missing, used by one service at a time
   * @param port loopback port; 0 for any free port. Links in messages contain it, so they work only
   *     as long as it stays the same
   * @param queues client for the queues of {@code sqs} subscriptions; the caller closes it after
   *     this service
   * @param mail takes the mails
   * @throws IOException if the port is taken or the state cannot be read
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

  /** Address of the service, for {@code AWS_ENDPOINT_URL_SNS}. */
  public URI endpoint() {
    return URI.create("http://" + Loopback.ADDRESS + ":" + server.getAddress().getPort());
  }

  /** Finishes attempts under way. Other pending deliveries are made after the next start. */
  @Override
  public void close() throws IOException {
    server.stop(SECONDS_TO_FINISH);
    requests.shutdown();
    deliveries.close();
    http.close();
  }
}
