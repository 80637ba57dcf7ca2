package dev.darkroom.operate.fake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityResponse;
import software.amazon.awssdk.services.sqs.model.DeleteMessageRequest;
import software.amazon.awssdk.services.sqs.model.DeleteMessageResponse;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

/** Queues in memory, which can lose their connection after a number of calls. */
public final class FakeSqs implements SqsClient {
  private final Map<String, List<Held>> queues = new LinkedHashMap<>();
  private Instant now = Instant.parse("2026-11-01T12:00:00Z");
  private int callsLeft = Integer.MAX_VALUE;
  private int sends;

  private static final class Held {
    private final Message message;
    private boolean hidden;

    Held(Message message) {
      this.message = message;
    }
  }

  public Instant now() {
    return now;
  }

  /** Puts a message into a queue. */
  public void put(String queue, String body, Instant sentAt) {
    String id = "message-" + ++sends;
    var message =
        Message.builder()
            .messageId(id)
            .receiptHandle(id)
            .body(body)
            .attributes(
                Map.of(
                    MessageSystemAttributeName.SENT_TIMESTAMP,
                    Long.toString(sentAt.toEpochMilli())))
            .build();
    queue(queue).add(new Held(message));
  }

  /** Lets the connection break after this many calls. */
  public void breakAfter(int calls) {
    callsLeft = calls;
  }

  /** Mends the connection; all messages are visible again, as after their time. */
  public void mend() {
    callsLeft = Integer.MAX_VALUE;
    queues.values().forEach(queue -> queue.forEach(held -> held.hidden = false));
  }

  public List<String> bodies(String queue) {
    return queue(queue).stream().map(held -> held.message.body()).toList();
  }

  /** The bodies of the messages that anybody can receive now. */
  public List<String> visible(String queue) {
    return queue(queue).stream()
        .filter(held -> !held.hidden)
        .map(held -> held.message.body())
        .toList();
  }

  @Override
  public ReceiveMessageResponse receiveMessage(ReceiveMessageRequest request) {
    call();
    List<Held> received =
        queue(request.queueUrl()).stream()
            .filter(held -> !held.hidden)
            .limit(request.maxNumberOfMessages())
            .toList();
    received.forEach(held -> held.hidden = true);
    return ReceiveMessageResponse.builder()
        .messages(received.stream().map(held -> held.message).toList())
        .build();
  }

  @Override
  public SendMessageResponse sendMessage(SendMessageRequest request) {
    call();
    now = now.plusSeconds(1);
    put(request.queueUrl(), request.messageBody(), now);
    return SendMessageResponse.builder().build();
  }

  @Override
  public DeleteMessageResponse deleteMessage(DeleteMessageRequest request) {
    call();
    queue(request.queueUrl()).removeIf(held -> is(held, request.receiptHandle()));
    return DeleteMessageResponse.builder().build();
  }

  @Override
  public ChangeMessageVisibilityResponse changeMessageVisibility(
      ChangeMessageVisibilityRequest request) {
    call();
    queue(request.queueUrl()).stream()
        .filter(held -> is(held, request.receiptHandle()))
        .forEach(held -> held.hidden = request.visibilityTimeout() > 0);
    return ChangeMessageVisibilityResponse.builder().build();
  }

  private List<Held> queue(String url) {
    return queues.computeIfAbsent(url, _ -> new ArrayList<>());
  }

  private static boolean is(Held held, String receipt) {
    return Objects.equals(held.message.receiptHandle(), receipt);
  }

  private void call() {
    if (callsLeft-- <= 0) {
      throw SdkClientException.create("no connection");
    }
  }

  @Override
  public String serviceName() {
    return "sqs";
  }

  @Override
  public void close() {}
}
