package dev.darkroom.local;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.darkroom.host.HostConfig;
import dev.darkroom.host.http.HttpRoute;
import dev.darkroom.host.queue.MonitoredQueue;
import dev.darkroom.host.queue.QueueSourceSpec;
import dev.darkroom.host.runtime.FunctionSpec;
import dev.darkroom.infra.Deployment;
import dev.darkroom.infra.Stack;
import dev.darkroom.local.provision.CloudAccess;
import dev.darkroom.local.provision.ProvisionedQueue;
import dev.darkroom.local.provision.ProvisionedStack;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.SqsClient;

/** What the template says of functions is what the host runs. */
final class FunctionWiringTest {
  private static final String TEMPLATE =
      """
      Resources:
        Jobs:
          Type: AWS::SQS::Queue
        Worker:
          Type: AWS::Serverless::Function
          Properties:
            CodeUri: function.zip
            Handler: Worker::handle
            MemorySize: 512
            Timeout: 20
            Environment:
              Variables:
                JOBS: !Ref Jobs
                DARKROOM_AUTHENTICATION: jwt
                DARKROOM_LOG: json
            Events:
              Jobs:
                Type: SQS
                Properties:
                  Queue: !GetAtt Jobs.Arn
                  BatchSize: 5
                  MaximumBatchingWindowInSeconds: 2
                  FunctionResponseTypes: [ReportBatchItemFailures]
                  ScalingConfig: { MaximumConcurrency: 3 }
              Page:
                Type: HttpApi
                Properties: { Method: GET, Path: / }
      """;

  private static final CloudAccess CLOUD =
      CloudAccess.emulator(URI.create("http://127.0.0.1:4566"));
  private static final ProvisionedQueue JOBS =
      new ProvisionedQueue(
          "darkroom-Jobs",
          URI.create("http://127.0.0.1:4566/000000000000/darkroom-Jobs"),
          "arn:aws:sqs:us-east-1:000000000000:darkroom-Jobs");

  @TempDir Path folder;

  @Test
  void aFunctionHasWhatTheTemplateGivesIt() throws IOException {
    assertThat(config(8).functions())
        .containsExactly(
            new FunctionSpec(
                "Worker",
                folder.resolve("function.zip"),
                "Worker::handle",
                512,
                Duration.ofSeconds(20),
                3,
                Map.ofEntries(
                    entry("JOBS", JOBS.url().toString()),
                    entry("DARKROOM_AUTHENTICATION", "none"),
                    entry("DARKROOM_LOG", "text"),
                    entry("AWS_ENDPOINT_URL_S3", "http://127.0.0.1:4566"),
                    entry("AWS_ENDPOINT_URL_SQS", "http://127.0.0.1:4566"),
                    entry("AWS_ENDPOINT_URL_SNS", "http://127.0.0.1:4566"),
                    entry("AWS_REGION", "us-east-1"),
                    entry("AWS_DEFAULT_REGION", "us-east-1"),
                    entry("AWS_ACCESS_KEY_ID", "test"),
                    entry("AWS_SECRET_ACCESS_KEY", "test"))));
  }

  @Test
  void thisMachineMayAllowFewerProcessesThanAws() throws IOException {
    assertThat(config(2).functions()).extracting(FunctionSpec::concurrency).containsExactly(2);
  }

  @Test
  void queuesAndRoutesCallTheFunction() throws IOException {
    assertThat(config(8).queueSources())
        .containsExactly(
            new QueueSourceSpec(
                "Worker", JOBS.url().toString(), JOBS.arn(), 5, Duration.ofSeconds(2), true));
    assertThat(config(8).routes()).containsExactly(new HttpRoute("Worker", "GET", "/"));
  }

  @Test
  void everyQueueIsMeasuredUnderItsNameInTheTemplate() throws IOException {
    assertThat(config(8).queues())
        .extracting(MonitoredQueue::name, MonitoredQueue::url)
        .containsExactly(tuple("Jobs", JOBS.url().toString()));
  }

  private HostConfig config(int concurrency) throws IOException {
    var template = Files.writeString(folder.resolve("template.yaml"), TEMPLATE);
    Files.writeString(folder.resolve("function.zip"), "");
    var options =
        new Options(
            template,
            folder.resolve("data"),
            0,
            "darkroom",
            Optional.empty(),
            Optional.empty(),
            concurrency,
            Map.of(),
            Map.of(),
            List.of());
    var stack =
        Stack.read(template, new Deployment("darkroom", "000000000000", "us-east-1", Map.of()));
    var provisioned = new ProvisionedStack(Map.of(), Map.of("Jobs", JOBS), Map.of());
    try (var data = DataFolder.take(options.data()).orElseThrow();
        SqsClient sqs = CLOUD.sqsClient()) {
      return new FunctionWiring(stack, provisioned, CLOUD, options).config(data, sqs);
    }
  }
}
