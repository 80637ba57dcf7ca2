package dev.darkroom.local.s3;

import dev.darkroom.local.LocalCredentials;
import dev.darkroom.local.fault.Fault;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import software.amazon.awssdk.services.sqs.SqsClient;

/** S3 on a loopback port, with its objects in a folder and its events sent to SQS. */
public final class LocalS3 implements AutoCloseable {
  private final URI endpoint;

  private final S3Proxy server;

  private LocalS3(S3Proxy server) {
    this.server = server;
    this.endpoint = URI.create("http://127.0.0.1:" + server.getPort());
  }

  /**
   * @param data folder for objects and pending events; made if it does not exist
   * @param port loopback port; 0 for any free one
   * @param events client of the SQS that bucket events are sent to; not closed here
   */
  public static LocalS3 start(Path data, int port, SqsClient events, List<Fault> faults) {
    try {
      var objects = Files.createDirectories(data.resolve("objects"));
      var server =
          S3Proxy.builder()
              .blobStore(new FilesystemNio2BlobStore(objects.toString()))
              .endpoint(URI.create("http://127.0.0.1:" + port))
              .awsAuthentication(
                  AuthenticationType.AWS_V2_OR_V4,
                  LocalCredentials.ACCESS_KEY,
                  LocalCredentials.SECRET_KEY)
              .ignoreUnknownHeaders(true)
              .build();
      server.start();
      return new LocalS3(server);
    } catch (Exception e) {
      throw new IllegalStateException("S3 did not start on port " + port, e);
    }
  }

  /** {@code http://127.0.0.1:PORT}, to be used with path-style access. */
  public URI endpoint() {
    return endpoint;
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("S3 did not stop cleanly", e);
    }
  }
}
