package dev.darkroom.local.s3;

import dev.darkroom.host.loopback.Loopback;
import dev.darkroom.local.account.LocalAccount;
import dev.darkroom.local.disk.FolderLock;
import dev.darkroom.local.fault.EventFaults;
import dev.darkroom.local.fault.Fault;
import dev.darkroom.local.fault.FaultyStore;
import jakarta.servlet.DispatcherType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.gaul.s3proxy.CrossOriginResourceSharing;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.gaul.shaded.org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.gaul.shaded.org.eclipse.jetty.server.Server;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Serves S3 on a loopback port, keeps objects in a folder and sends bucket events to SQS.
 *
 * <p>Unlike S3 it has no versions, bucket policies or lifecycle rules, and no key can be another
 * key's folder ({@code a} and {@code a/b}).
 */
public final class LocalS3 implements AutoCloseable {
  private static final Logger LOG = System.getLogger(LocalS3.class.getName());
  private static final long STOP_MILLIS = 2_000;

  /** Allows every page that is served from this machine to use presigned URLs. */
  private static final CrossOriginResourceSharing LOOPBACK_PAGES =
      new CrossOriginResourceSharing(
          List.of("https?://" + Loopback.HOST + Loopback.OPTIONAL_PORT),
          List.of("GET", "HEAD", "PUT", "POST"),
          List.of("*"),
          List.of("ETag", "Content-Range", "x-amz-request-id"),
          "");

  private final FolderLock folder;
  private final EventPublisher publisher;
  private final S3Proxy server;

  private LocalS3(FolderLock folder, EventPublisher publisher, S3Proxy server) {
    this.folder = folder;
    this.publisher = publisher;
    this.server = server;
  }

  /**
   * Starts the service, after settling what an earlier process left unfinished.
   *
   * @param data folder for objects, notification settings and unsent events; created if it is
   *     missing, used by one process at a time
   * @param port loopback port; 0 for any free port
   * @param events client for the SQS that takes bucket events; the caller closes it
   * @param faults faults to produce, in order
   * @throws IllegalStateException if the port is in use or the folder cannot hold objects
   */
  public static LocalS3 start(Path data, int port, SqsClient events, List<Fault> faults) {
    try {
      var folder =
          FolderLock.take(data.toAbsolutePath())
              .orElseThrow(() -> new IOException("another process uses the folder"));
      var outbox = Outbox.open(data.resolve("outbox"));
      var publisher = new EventPublisher(events, outbox, new EventFaults(faults));
      try {
        var server = serve(data.toAbsolutePath(), port, outbox, publisher, faults);
        return new LocalS3(folder, publisher, server);
      } catch (Exception e) {
        publisher.close();
        folder.close();
        throw e;
      }
    } catch (Exception e) {
      throw new IllegalStateException("S3 did not start on port " + port + " with " + data, e);
    }
  }

  private static S3Proxy serve(
      Path data, int port, Outbox outbox, EventPublisher publisher, List<Fault> faults)
      throws Exception {
    var objects = ObjectFolder.open(data.resolve("objects"));
    var notifications = Notifications.open(data.resolve("notifications.json"));
    var sequencer = Sequencer.open(data.resolve("sequencer"));
    var events = new EventLog(notifications, sequencer, outbox, publisher);
    UnfinishedUploads.sweep(objects, events.interrupted());
    var store = new UnfinishedUploads(new FilesystemNio2BlobStore(objects.toString()), objects);
    events.recover(store);
    var server =
        S3Proxy.builder()
            .blobStore(new FaultyStore(new BucketEvents(new PrivateStore(store), events), faults))
            .endpoint(URI.create("http://" + Loopback.ADDRESS + ":" + port))
            .awsAuthentication(
                AuthenticationType.AWS_V2_OR_V4, LocalAccount.ACCESS_KEY, LocalAccount.SECRET_KEY)
            .ignoreUnknownHeaders(true)
            .corsRules(LOOPBACK_PAGES)
            .stopTimeout(STOP_MILLIS)
            .build();
    addFilter(server, new NotificationApi(store, notifications, publisher));
    server.start();
    return server;
  }

  /** Address of the service, {@code http://127.0.0.1:PORT}. It needs path-style access. */
  public URI endpoint() {
    return URI.create("http://" + Loopback.ADDRESS + ":" + server.getPort());
  }

  /**
   * Gives open requests two seconds, then cuts them off. Events that are still unsent are sent
   * after the next start.
   */
  @Override
  public void close() {
    try {
      server.stop();
    } catch (TimeoutException e) {
      LOG.log(Level.DEBUG, "Requests were cut off", e);
    } catch (Exception e) {
      throw new IllegalStateException("S3 did not stop cleanly", e);
    } finally {
      publisher.close();
      unlock();
    }
  }

  private void unlock() {
    try {
      folder.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds a filter to the Jetty server inside S3Proxy, which has no hook before its servlet. */
  private static void addFilter(S3Proxy proxy, NotificationApi filter)
      throws ReflectiveOperationException {
    var field = S3Proxy.class.getDeclaredField("server");
    field.setAccessible(true);
    var context = ((Server) field.get(proxy)).getDescendant(ServletContextHandler.class);
    var _ = context.addFilter(filter, "/*", EnumSet.of(DispatcherType.REQUEST));
  }
}
