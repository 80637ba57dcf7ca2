package dev.darkroom.local.sns;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlResponse;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** Queues that must exist before they are sent to. Whatever else is asked of them throws. */
final class FakeQueues implements SqsClient {

  private static final String URL = "http://queues.localhost/";

  private final Map<String, List<SendMessageRequest>> queues = new ConcurrentHashMap<>();
  private volatile boolean down;

  String create(String name) {
    queues.put(name, new CopyOnWriteArrayList<>());
    return "arn:aws:sqs:us-east-1:000000000000:" + name;
  }

  /** Stops answering, or answers again. */
  void down(boolean down) {
    this.down = down;
  }

  List<SendMessageRequest> received(String name) {
    return queue(name);
  }

  List<String> bodies(String name) {
    return queue(name).stream().map(SendMessageRequest::messageBody).toList();
  }

  @Override
  public GetQueueUrlResponse getQueueUrl(GetQueueUrlRequest request) {
    checkUp();
    queue(request.queueName());
    return GetQueueUrlResponse.builder().queueUrl(URL + request.queueName()).build();
  }

  @Override
  public SendMessageResponse sendMessage(SendMessageRequest request) {
    checkUp();
    queue(request.queueUrl().substring(URL.length())).add(request);
    return SendMessageResponse.builder().build();
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}

  private List<SendMessageRequest> queue(String name) {
    List<SendMessageRequest> queue = queues.get(name);
    if (queue == null) {
      throw QueueDoesNotExistException.builder().message("no queue " + name).build();
    }
    return queue;
  }

  private void checkUp() {
    if (down) {
      throw SqsException.builder().message("down").statusCode(503).build();
    }
  }
}
