package dev.darkroom.local.sns;

import static java.lang.System.Logger.Level.ERROR;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Serves SNS's API by POST, and links of messages by GET. */
final class QueryFront implements HttpHandler {

  private static final System.Logger LOG = System.getLogger(QueryFront.class.getName());

  /**
   * Maximum bytes of a request. A message has up to 256 KB, which form encoding can triple. The
   * rest is for the other parameters.
   */
  private static final int LARGEST_REQUEST = 1 << 20;

  private record Answer(int status, String contentType, String body) {}

  private final TopicActions topics;
  private final SubscriptionActions subscriptions;
  private final PublishActions publish;

  QueryFront(TopicActions topics, SubscriptionActions subscriptions, PublishActions publish) {
    this.topics = topics;
    this.subscriptions = subscriptions;
    this.publish = publish;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String requestId = UUID.randomUUID().toString();
      // Read the request in any case: closing a connection with unread bytes loses the answer.
      byte[] request = exchange.getRequestBody().readNBytes(LARGEST_REQUEST + 1);
      Answer answer = answer(exchange, request, requestId);
      byte[] body = answer.body().getBytes(UTF_8);
      Headers headers = exchange.getResponseHeaders();
      headers.set("Content-Type", answer.contentType());
      headers.set("x-amzn-RequestId", requestId);
      headers.set("Content-Security-Policy", LinkPage.CONTENT_SECURITY_POLICY);
      headers.set("X-Content-Type-Options", "nosniff");
      headers.set("Referrer-Policy", "no-referrer");
      headers.set("Cache-Control", "no-store");
      exchange.sendResponseHeaders(answer.status(), body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private Answer answer(HttpExchange exchange, byte[] body, String requestId) {
    boolean person = isPerson(exchange);
    try {
      Doorman.checkHost(exchange.getRequestHeaders());
      return switch (exchange.getRequestMethod()) {
        case "POST" -> api(exchange, body, requestId);
        case "GET" -> link(exchange, requestId, person);
        default ->
            throw new Refusal(
                ErrorCode.INVALID_ACTION,
                "The local SNS takes only POST, and GET for links in messages");
      };
    } catch (Refusal refusal) {
      return refused(refusal, requestId, person);
    } catch (IOException | RuntimeException e) {
      LOG.log(ERROR, "Request " + requestId + " failed", e);
      return refused(
          new Refusal(
              ErrorCode.INTERNAL_ERROR, "Internal error; see the log for request " + requestId),
          requestId,
          person);
    }
  }

  private Answer api(HttpExchange exchange, byte[] body, String requestId) throws IOException {
    Doorman.checkApiCall(exchange.getRequestHeaders());
    if (body.length > LARGEST_REQUEST) {
      throw new Refusal(
          ErrorCode.REQUEST_ENTITY_TOO_LARGE, "A request is at most " + LARGEST_REQUEST + " bytes");
    }
    QueryRequest request = QueryRequest.parse(new String(body, UTF_8));
    String action = request.optional("Action", "");
    List<Xml> result =
        switch (action) {
          case "CreateTopic" -> topics.createTopic(request);
          case "DeleteTopic" -> topics.deleteTopic(request);
          case "ListTopics" -> topics.listTopics(request);
          case "GetTopicAttributes" -> topics.getTopicAttributes(request);
          case "SetTopicAttributes" -> topics.setTopicAttributes(request);
          case "Subscribe" -> subscriptions.subscribe(request);
          case "ConfirmSubscription" -> subscriptions.confirmSubscription(request);
          case "Unsubscribe" -> subscriptions.unsubscribe(request);
          case "ListSubscriptions" -> subscriptions.listSubscriptions(request);
          case "ListSubscriptionsByTopic" -> subscriptions.listSubscriptionsByTopic(request);
          case "GetSubscriptionAttributes" -> subscriptions.getSubscriptionAttributes(request);
          case "SetSubscriptionAttributes" -> subscriptions.setSubscriptionAttributes(request);
          case "Publish" -> publish.publish(request);
          case "PublishBatch" -> publish.publishBatch(request);
          default ->
              throw new Refusal(
                  ErrorCode.INVALID_ACTION,
                  "The local SNS does not know the action '" + action + "'");
        };
    return done(action, result, requestId);
  }

  private Answer link(HttpExchange exchange, String requestId, boolean person) throws IOException {
    @Nullable String query = exchange.getRequestURI().getRawQuery();
    QueryRequest request = QueryRequest.parse(query == null ? "" : query);
    String action = request.optional("Action", "");
    List<Xml> result =
        switch (action) {
          case "ConfirmSubscription" -> subscriptions.confirmSubscription(request);
          case "Unsubscribe" -> subscriptions.unsubscribeByLink(request);
          default ->
              throw new Refusal(
                  ErrorCode.INVALID_ACTION,
                  "The local SNS takes GET only for links in its own messages");
        };
    return person
        ? new Answer(200, "text/html; charset=utf-8", LinkPage.done(action))
        : done(action, result, requestId);
  }

  private static Answer done(String action, List<Xml> result, String requestId) {
    Xml metadata = Xml.of("ResponseMetadata", Xml.of("RequestId", requestId));
    return new Answer(
        200,
        "text/xml",
        Xml.of(action + "Response", Xml.of(action + "Result", result), metadata).document());
  }

  private static Answer refused(Refusal refusal, String requestId, boolean person) {
    ErrorCode code = refusal.code();
    if (person) {
      return new Answer(code.status, "text/html; charset=utf-8", LinkPage.refused(refusal.text()));
    }
    Xml error =
        Xml.of(
            "Error",
            Xml.of("Type", code.type()),
            Xml.of("Code", code.code),
            Xml.of("Message", refusal.text()));
    return new Answer(
        code.status,
        "text/xml",
        Xml.of("ErrorResponse", error, Xml.of("RequestId", requestId)).document());
  }

  private static boolean isPerson(HttpExchange exchange) {
    @Nullable String accept = exchange.getRequestHeaders().getFirst("Accept");
    return exchange.getRequestMethod().equals("GET")
        && accept != null
        && accept.contains("text/html");
  }
}
