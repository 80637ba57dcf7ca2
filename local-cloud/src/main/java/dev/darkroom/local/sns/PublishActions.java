package dev.darkroom.local.sns;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** Implements Publish and PublishBatch of SNS's API. */
final class PublishActions {

  /** PublishBatch: "up to ten messages". */
  private static final int LARGEST_BATCH = 10;

  private static final Pattern ENTRY_ID = Pattern.compile("[A-Za-z0-9_-]{1,80}");

  private final Registry registry;
  private final Deliveries deliveries;

  PublishActions(Registry registry, Deliveries deliveries) {
    this.registry = registry;
    this.deliveries = deliveries;
  }

  List<Xml> publish(QueryRequest request) throws IOException {
    String topicArn = request.optional("TopicArn", request.optional("TargetArn", ""));
    if (topicArn.isEmpty()) {
      throw Refusal.invalidParameter(
          "TopicArn or TargetArn Reason: no value for required parameter");
    }
    registry.state().topic(topicArn);
    Message message = MessageParser.parse(topicArn, request);
    deliveries.send(deliveries(message));
    return List.of(Xml.of("MessageId", message.id()));
  }

  List<Xml> publishBatch(QueryRequest request) throws IOException {
    String topicArn = registry.state().topic(request.required("TopicArn")).arn();
    List<QueryRequest> entries = request.list("PublishBatchRequestEntries.member");
    check(entries);
    List<Xml> successful = new ArrayList<>();
    List<Xml> failed = new ArrayList<>();
    List<Delivery> promised = new ArrayList<>();
    int size = 0;
    for (QueryRequest entry : entries) {
      Xml id = Xml.of("Id", entry.required("Id"));
      try {
        Message message = MessageParser.parse(topicArn, entry);
        size += MessageParser.size(entry.required("Message"), message.attributes());
        promised.addAll(deliveries(message));
        successful.add(Xml.of("member", id, Xml.of("MessageId", message.id())));
      } catch (Refusal refusal) {
        Xml code = Xml.of("Code", refusal.code().code);
        failed.add(
            Xml.of(
                "member",
                id,
                code,
                Xml.of("Message", refusal.text()),
                Xml.of("SenderFault", "true")));
      }
    }
    if (size > MessageParser.LARGEST) {
      throw new Refusal(
          ErrorCode.BATCH_REQUEST_TOO_LONG,
          "The length of all the batch messages put together is more than the limit.");
    }
    deliveries.send(promised);
    return List.of(Xml.of("Successful", successful), Xml.of("Failed", failed));
  }

  private List<Delivery> deliveries(Message message) {
    List<Delivery> deliveries = new ArrayList<>();
    for (Subscription subscription : registry.state().subscriptions().values()) {
      if (subscription.wants(message)) {
        deliveries.add(
            new Delivery.Notification(UUID.randomUUID().toString(), subscription.arn(), message));
      }
    }
    return deliveries;
  }

  private static void check(List<QueryRequest> entries) {
    if (entries.isEmpty()) {
      throw new Refusal(
          ErrorCode.EMPTY_BATCH_REQUEST, "The batch request doesn't contain any entries.");
    }
    if (entries.size() > LARGEST_BATCH) {
      throw new Refusal(
          ErrorCode.TOO_MANY_ENTRIES_IN_BATCH_REQUEST,
          "The batch request contains more entries than permissible (" + LARGEST_BATCH + ").");
    }
    Set<String> ids = new HashSet<>();
    for (QueryRequest entry : entries) {
      String id = entry.required("Id");
      if (!ENTRY_ID.matcher(id).matches()) {
        throw new Refusal(
            ErrorCode.INVALID_BATCH_ENTRY_ID,
            "The Id of a batch entry in a batch request doesn't abide by the specification.");
      }
      if (!ids.add(id)) {
        throw new Refusal(
            ErrorCode.BATCH_ENTRY_IDS_NOT_DISTINCT,
            "Two or more batch entries in the request have the same Id.");
      }
    }
  }
}
