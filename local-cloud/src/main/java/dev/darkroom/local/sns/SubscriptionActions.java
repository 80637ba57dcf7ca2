package dev.darkroom.local.sns;

import dev.darkroom.local.account.LocalAccount;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Implements the actions on subscriptions of SNS's API. */
final class SubscriptionActions {

  private static final int TOKEN_BYTES = 32;

  private final Registry registry;
  private final Deliveries deliveries;
  private final SecureRandom random = new SecureRandom();

  SubscriptionActions(Registry registry, Deliveries deliveries) {
    this.registry = registry;
    this.deliveries = deliveries;
  }

  List<Xml> subscribe(QueryRequest request) throws IOException {
    Subscription wanted = parse(request);
    Registry.State state =
        registry.change(
            before -> {
              before.topic(wanted.topicArn());
              return before.sameTarget(wanted).isPresent() ? before : before.with(wanted);
            });
    Subscription subscription = state.sameTarget(wanted).orElseThrow();
    if (!subscription.attributes().equals(wanted.attributes())) {
      throw Refusal.invalidParameter(
          "Attributes Reason: Subscription already exists with different attributes");
    }
    if (!subscription.confirmed()) {
      deliveries.send(
          List.of(
              new Delivery.Confirmation(
                  UUID.randomUUID().toString(), subscription.arn(), Timestamp.now())));
    }
    boolean named =
        subscription.confirmed() || Boolean.parseBoolean(request.optional("ReturnSubscriptionArn"));
    return List.of(Xml.of("SubscriptionArn", named ? subscription.arn() : "pending confirmation"));
  }

  List<Xml> confirmSubscription(QueryRequest request) throws IOException {
    String topicArn = request.required("TopicArn");
    String token = request.required("Token");
    Registry.State state =
        registry.change(before -> before.with(withToken(before, topicArn, token).asConfirmed()));
    return List.of(Xml.of("SubscriptionArn", withToken(state, topicArn, token).arn()));
  }

  /** Ends a subscription. As on AWS, an ARN that does not exist is no error. */
  List<Xml> unsubscribe(QueryRequest request) throws IOException {
    String arn = request.required("SubscriptionArn");
    registry.change(state -> state.withoutSubscription(arn));
    return List.of();
  }

  /** Ends a subscription for somebody who has only the link, and so the token. */
  List<Xml> unsubscribeByLink(QueryRequest request) throws IOException {
    String arn = request.required("SubscriptionArn");
    if (!registry.state().subscription(arn).token().equals(request.required("Token"))) {
      throw Refusal.invalidParameter("Token");
    }
    return unsubscribe(request);
  }

  List<Xml> listSubscriptions(QueryRequest request) {
    return page(registry.state().subscriptions().values().stream().toList(), request);
  }

  List<Xml> listSubscriptionsByTopic(QueryRequest request) {
    Registry.State state = registry.state();
    return page(state.subscriptionsOf(state.topic(request.required("TopicArn")).arn()), request);
  }

  List<Xml> getSubscriptionAttributes(QueryRequest request) {
    Subscription subscription = registry.state().subscription(request.required("SubscriptionArn"));
    Map<String, String> attributes = new TreeMap<>(subscription.attributes().values());
    attributes.put("SubscriptionArn", subscription.arn());
    attributes.put("TopicArn", subscription.topicArn());
    attributes.put("Owner", LocalAccount.ID);
    attributes.put("Protocol", subscription.protocol().wire);
    attributes.put("Endpoint", subscription.endpoint());
    attributes.put("PendingConfirmation", Boolean.toString(!subscription.confirmed()));
    attributes.put(
        "ConfirmationWasAuthenticated", Boolean.toString(!subscription.protocol().asksFirst()));
    attributes.putIfAbsent(SubscriptionAttributes.RAW_MESSAGE_DELIVERY, "false");
    if (attributes.containsKey(SubscriptionAttributes.FILTER_POLICY)) {
      attributes.putIfAbsent(SubscriptionAttributes.FILTER_POLICY_SCOPE, FilterPolicy.ATTRIBUTES);
    }
    return List.of(Xml.of("Attributes", attributes));
  }

  List<Xml> setSubscriptionAttributes(QueryRequest request) throws IOException {
    String arn = request.required("SubscriptionArn");
    String name = request.required("AttributeName");
    String value = request.optional("AttributeValue", "");
    registry.change(
        state -> {
          Subscription subscription = state.subscription(arn);
          return state.with(
              subscription.with(
                  subscription.attributes().with(name, value, subscription.protocol())));
        });
    return List.of();
  }

  private Subscription parse(QueryRequest request) {
    String topicArn = request.required("TopicArn");
    Protocol protocol = Protocol.of(request.required("Protocol"));
    String endpoint = request.required("Endpoint");
    protocol.check(endpoint);
    byte[] token = new byte[TOKEN_BYTES];
    random.nextBytes(token);
    return new Subscription(
        topicArn + ":" + UUID.randomUUID(),
        topicArn,
        protocol,
        endpoint,
        SubscriptionAttributes.of(request.map("Attributes"), protocol),
        HexFormat.of().formatHex(token),
        !protocol.asksFirst());
  }

  private static Subscription withToken(Registry.State state, String topicArn, String token) {
    return state.subscriptionsOf(state.topic(topicArn).arn()).stream()
        .filter(subscription -> subscription.token().equals(token))
        .findFirst()
        .orElseThrow(() -> Refusal.invalidParameter("Token"));
  }

  private static List<Xml> page(List<Subscription> subscriptions, QueryRequest request) {
    return Page.of(
        "Subscriptions", subscriptions, Subscription::arn, SubscriptionActions::member, request);
  }

  private static Xml member(Subscription subscription) {
    return Xml.of(
        "member",
        Xml.of(
            "SubscriptionArn",
            subscription.confirmed() ? subscription.arn() : "PendingConfirmation"),
        Xml.of("TopicArn", subscription.topicArn()),
        Xml.of("Owner", LocalAccount.ID),
        Xml.of("Protocol", subscription.protocol().wire),
        Xml.of("Endpoint", subscription.endpoint()));
  }
}
