package dev.darkroom.host.queue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesResponse;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageResponse;

/**
 * One queue in memory with SQS's rules for receiving and deleting. It is strict: what a real queue
 * refuses is an error here, and so is any call an event source has no business making.
 */
final class FakeSqs implements SqsClient {

  static final String URL = "http://localhost/000000000000/jobs";
  static final String ARN = "arn:aws:sqs:eu-north-1:000000000000:jobs";

  private final Duration visibility;
  private final Map<String, Stored> messages = new LinkedHashMap<>();
  private final List<Integer> waits = new ArrayList<>();
  private boolean away;

  FakeSqs(Duration visibility) {
    this.visibility = visibility;
  }

  private static final class Stored {
    final String id = UUID.randomUUID().toString();
    final String body;
    final Map<String, MessageAttributeValue> attributes;
    final Instant sent = Instant.now();
    Instant visibleFrom = Instant.MIN;
    int receives;
    @Nullable String handle;

    Stored(String body, Map<String, MessageAttributeValue> attributes) {
      this.body = body;
      this.attributes = attributes;
    }
  }

  synchronized String send(String body) {
    return send(body, Map.of());
  }

  synchronized String send(String body, Map<String, MessageAttributeValue> attributes) {
    var stored = new Stored(body, attributes);
    messages.put(stored.id, stored);
    notifyAll();
    return stored.id;
  }

  synchronized void setAway(boolean value) {
    away = value;
    notifyAll();
  }

  /** Bodies of what has not been deleted. */
  synchronized List<String> left() {
    return messages.values().stream().map(stored -> stored.body).toList();
  }

  synchronized int receives(String messageId) {
    Stored stored = messages.get(messageId);
    return stored == null ? 0 : stored.receives;
  }

  /** The waiting times of all receives so far, in seconds. */
  synchronized List<Integer> waits() {
    return List.copyOf(waits);
  }

  @Override
  public synchronized ReceiveMessageResponse receiveMessage(ReceiveMessageRequest request) {
    requireUrl(request.queueUrl());
    if (request.maxNumberOfMessages() < 1 || request.maxNumberOfMessages() > 10) {
      throw new AssertionError("MaxNumberOfMessages " + request.maxNumberOfMessages());
    }
    if (request.visibilityTimeout() != null) {
      throw new AssertionError("an event source leaves visibility to the queue");
    }
    waits.add(request.waitTimeSeconds());
    Instant end = Instant.now().plusSeconds(request.waitTimeSeconds());
    List<Message> received = take(request);
    while (received.isEmpty() && Instant.now().isBefore(end)) {
      try {
        wait(20);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw AbortedException.create("interrupted", e);
      }
      received = take(request);
    }
    return ReceiveMessageResponse.builder().messages(received).build();
  }

  private List<Message> take(ReceiveMessageRequest request) {
    requirePresence();
    Instant now = Instant.now();
    var received = new ArrayList<Message>();
    for (Stored stored : messages.values()) {
      if (received.size() < request.maxNumberOfMessages() && !stored.visibleFrom.isAfter(now)) {
        stored.visibleFrom = now.plus(visibility);
        stored.receives++;
        stored.handle = UUID.randomUUID().toString();
        received.add(message(stored));
      }
    }
    return received;
  }

  private static Message message(Stored stored) {
    return Message.builder()
        .messageId(stored.id)
        .receiptHandle(stored.handle)
        .body(stored.body)
        .md5OfBody(md5(stored.body))
        .messageAttributes(stored.attributes)
        .attributes(
            Map.of(
                MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT,
                Integer.toString(stored.receives),
                MessageSystemAttributeName.SENT_TIMESTAMP,
                Long.toString(stored.sent.toEpochMilli()),
                MessageSystemAttributeName.SENDER_ID,
                "AIDALOCAL",
                MessageSystemAttributeName.APPROXIMATE_FIRST_RECEIVE_TIMESTAMP,
                Long.toString(stored.sent.toEpochMilli())))
        .build();
  }

  @Override
  public synchronized DeleteMessageBatchResponse deleteMessageBatch(
      DeleteMessageBatchRequest request) {
    requireUrl(request.queueUrl());
    requirePresence();
    if (request.entries().isEmpty() || request.entries().size() > 10) {
      throw new AssertionError("a batch of " + request.entries().size());
    }
    request
        .entries()
        .forEach(
            entry ->
                messages.values().removeIf(stored -> entry.receiptHandle().equals(stored.handle)));
    return DeleteMessageBatchResponse.builder().build();
  }

  @Override
  public synchronized GetQueueAttributesResponse getQueueAttributes(
      GetQueueAttributesRequest request) {
    requireUrl(request.queueUrl());
    requirePresence();
    return GetQueueAttributesResponse.builder()
        .attributes(
            Map.of(
                QueueAttributeName.VISIBILITY_TIMEOUT,
                Long.toString(visibility.toSeconds()),
                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                Long.toString(messages.size() - hidden()),
                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
                Long.toString(hidden())))
        .build();
  }

  private long hidden() {
    Instant now = Instant.now();
    return messages.values().stream().filter(stored -> stored.visibleFrom.isAfter(now)).count();
  }

  private void requirePresence() {
    if (away) {
      throw SdkClientException.create("Connection refused");
    }
  }

  private static void requireUrl(String url) {
    if (!url.equals(URL)) {
      throw new AssertionError("no queue at " + url);
    }
  }

  private static String md5(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {
    throw new AssertionError("the client belongs to whoever made it");
  }
}
