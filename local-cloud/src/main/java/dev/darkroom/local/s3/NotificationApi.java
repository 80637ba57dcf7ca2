package dev.darkroom.local.s3;

import dev.darkroom.host.loopback.Loopback;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.gaul.s3proxy.blobstore.BlobStore;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Answers PutBucketNotificationConfiguration and GetBucketNotificationConfiguration, which S3Proxy
 * lacks. Passes every other request on to S3Proxy, with its {@link Origin}.
 */
final class NotificationApi extends HttpFilter {
  private static final int MAX_BYTES = 64 * 1024;

  private final transient BlobStore store;
  private final transient Notifications notifications;
  private final transient EventPublisher publisher;

  NotificationApi(BlobStore store, Notifications notifications, EventPublisher publisher) {
    this.store = store;
    this.notifications = notifications;
    this.publisher = publisher;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    // The local credentials are no secret, so a page that points its own name at 127.0.0.1 could
    // sign with them.
    if (!Loopback.isHostHeader(request.getHeader("Host"))) {
      error(response, 403, "AccessDenied", "The local S3 answers to loopback names only");
      return;
    }
    var unsigned = UnsignedHeaders.of(request);
    if (!unsigned.isEmpty()) {
      // Closed after the body has been read, so that the client is there for the answer.
      try (var _ = new DrainedRequest(request).getInputStream()) {
        error(
            response,
            403,
            "AccessDenied",
            "There were headers present in the request which were not signed",
            "<HeadersNotSigned>" + text(String.join(", ", unsigned)) + "</HeadersNotSigned>");
      }
      return;
    }
    var exchange = new Origin.Exchange(request, response);
    var bucket = request.getRequestURI().replaceAll("^/|/$", "");
    var query = request.getQueryString();
    if (query == null || !query.matches("notification=?") || bucket.contains("/")) {
      goOn(exchange, chain);
    } else {
      response.setContentType("application/xml");
      answer(request, response, bucket, exchange.origin());
    }
  }

  private static void goOn(Origin.Exchange exchange, FilterChain chain)
      throws IOException, ServletException {
    try {
      ScopedValue.where(Origin.CURRENT, exchange)
          .call(
              () -> {
                chain.doFilter(new DrainedRequest(exchange.request()), exchange.response());
                return true;
              });
    } catch (IOException | ServletException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new ServletException(e);
    }
  }

  private void answer(
      HttpServletRequest request, HttpServletResponse response, String bucket, Origin origin)
      throws IOException {
    try {
      var body = request.getInputStream().readNBytes(MAX_BYTES);
      if (!Signature.isValid(request, body)) {
        error(response, 403, "SignatureDoesNotMatch", "The signature does not match the request");
      } else if (!store.containerExists(bucket)) {
        error(response, 404, "NoSuchBucket", "The specified bucket does not exist");
      } else if (request.getMethod().equals("PUT")) {
        set(bucket, NotificationXml.read(body), origin);
      } else {
        write(response, NotificationXml.write(notifications.of(bucket)));
      }
    } catch (BadConfiguration e) {
      error(response, e.code().equals("NotImplemented") ? 501 : 400, e.code(), e.reason());
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  private void set(String bucket, List<NotificationRule> rules, Origin origin)
      throws BadConfiguration, IOException {
    if (NotificationRule.anyOverlap(rules)) {
      throw new BadConfiguration(
          "InvalidArgument",
          "Configuration is ambiguously defined. Cannot have overlapping suffixes in two rules if"
              + " the prefixes are overlapping for the same event type.");
    }
    for (var arn : rules.stream().map(NotificationRule::queueArn).distinct().toList()) {
      try {
        publisher.send(arn, EventMessage.test(bucket, EventLog.time(Instant.now()), origin));
      } catch (SdkException e) {
        throw new BadConfiguration(
            "InvalidArgument",
            "Unable to validate the following destination configurations: " + arn);
      }
    }
    notifications.set(bucket, rules);
  }

  private static void error(HttpServletResponse response, int status, String code, String message)
      throws IOException {
    error(response, status, code, message, "");
  }

  /**
   * Answers with an error.
   *
   * @param details elements that this error has besides
   */
  private static void error(
      HttpServletResponse response, int status, String code, String message, String details)
      throws IOException {
    response.setStatus(status);
    write(
        response,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>%s</Code><Message>%s</Message>%s</Error>"
            .formatted(code, text(message), details));
  }

  private static String text(String words) {
    return words.replace("&", "&amp;").replace("<", "&lt;");
  }

  private static void write(HttpServletResponse response, String document) throws IOException {
    response.getOutputStream().write(document.getBytes(StandardCharsets.UTF_8));
  }
}
