package dev.darkroom.local.sns;

import dev.darkroom.local.account.LocalAccount;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Implements the actions on topics of SNS's API. */
final class TopicActions {

  private final Registry registry;

  TopicActions(Registry registry) {
    this.registry = registry;
  }

  List<Xml> createTopic(QueryRequest request) throws IOException {
    Map<String, String> attributes = request.map("Attributes");
    String name = request.required("Name");
    if (name.endsWith(".fifo") || "true".equals(attributes.get("FifoTopic"))) {
      throw Refusal.invalidParameter("FifoTopic Reason: the local SNS has standard topics only");
    }
    Topic topic = new Topic(Arns.topic(name), attributes);
    registry.change(state -> state.topics().containsKey(topic.arn()) ? state : state.with(topic));
    return List.of(Xml.of("TopicArn", topic.arn()));
  }

  List<Xml> deleteTopic(QueryRequest request) throws IOException {
    String arn = request.required("TopicArn");
    registry.change(state -> state.withoutTopic(arn));
    return List.of();
  }

  List<Xml> listTopics(QueryRequest request) {
    return Page.of(
        "Topics",
        registry.state().topics().values(),
        Topic::arn,
        topic -> Xml.of("member", Xml.of("TopicArn", topic.arn())),
        request);
  }

  List<Xml> getTopicAttributes(QueryRequest request) {
    Registry.State state = registry.state();
    Topic topic = state.topic(request.required("TopicArn"));
    List<Subscription> subscriptions = state.subscriptionsOf(topic.arn());
    long confirmed = subscriptions.stream().filter(Subscription::confirmed).count();
    Map<String, String> attributes = new TreeMap<>(topic.attributes());
    attributes.put("TopicArn", topic.arn());
    attributes.put("Owner", LocalAccount.ID);
    attributes.putIfAbsent("DisplayName", "");
    attributes.put("SubscriptionsConfirmed", Long.toString(confirmed));
    attributes.put("SubscriptionsPending", Long.toString(subscriptions.size() - confirmed));
    attributes.put("SubscriptionsDeleted", "0");
    return List.of(Xml.of("Attributes", attributes));
  }

  List<Xml> setTopicAttributes(QueryRequest request) throws IOException {
    String arn = request.required("TopicArn");
    String name = request.required("AttributeName");
    String value = request.optional("AttributeValue", "");
    registry.change(
        state -> {
          Map<String, String> attributes = new TreeMap<>(state.topic(arn).attributes());
          attributes.put(name, value);
          return state.with(new Topic(arn, attributes));
        });
    return List.of();
  }
}
