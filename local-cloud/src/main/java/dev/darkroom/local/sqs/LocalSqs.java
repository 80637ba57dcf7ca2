package dev.darkroom.local.sqs;

import dev.darkroom.local.LocalCredentials;
import java.net.URI;
import java.nio.file.Path;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;

/** SQS on a loopback port, with its queues and messages in a folder. */
public final class LocalSqs implements AutoCloseable {
  private final URI endpoint;

  private final SQSRestServer server;

  private LocalSqs(SQSRestServer server) {
    this.server = server;
    var address = server.waitUntilStarted().localAddress();
    this.endpoint = URI.create("http://127.0.0.1:" + address.getPort());
  }

  /**
   * @param data folder for queues and messages; made if it does not exist
   * @param port loopback port; 0 for any free one
   */
  public static LocalSqs start(Path data, int port) {
    return new LocalSqs(
        SQSRestServerBuilder.withInterface("127.0.0.1")
            .withPort(port)
            .withAWSRegion(LocalCredentials.REGION)
            .withAWSAccountId(LocalCredentials.ACCOUNT)
            .start());
  }

  /** {@code http://127.0.0.1:PORT}; queue URLs are {@code {endpoint}/000000000000/{name}}. */
  public URI endpoint() {
    return endpoint;
  }

  @Override
  public void close() {
    server.stopAndWait();
  }
}
