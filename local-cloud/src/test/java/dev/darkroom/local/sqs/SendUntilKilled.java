package dev.darkroom.local.sqs;

import dev.darkroom.local.Clients;
import java.nio.file.Path;

/** Sends numbered messages for ever and prints each number once SQS has acknowledged it. */
final class SendUntilKilled {
  private SendUntilKilled() {}

  public static void main(String[] args) {
    var sqs = LocalSqs.start(Path.of(args[0]), 0);
    var client = Clients.sqs(sqs.endpoint());
    var url = client.createQueue(queue -> queue.queueName("jobs")).queueUrl();
    for (int i = 0; ; i++) {
      var body = Integer.toString(i);
      var _ = client.sendMessage(message -> message.queueUrl(url).messageBody(body));
      System.out.println(body);
    }
  }
}
