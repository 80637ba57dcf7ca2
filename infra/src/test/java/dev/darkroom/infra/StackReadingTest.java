package dev.darkroom.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** The project's own template, read into records. */
final class StackReadingTest {
  private final Stack stack = DarkroomTemplate.stack();

  @Test
  void resourcesKeepTheTemplatesNames() {
    assertThat(stack.queues())
        .extracting(Queue::logicalName)
        .containsExactly(
            "ImageJobs", "VideoJobs", "StreamJobs", "Completions", "DeadLetters", "Unhandled");
    assertThat(stack.topics())
        .containsExactly(
            new Topic("MediaCompletions", "Darkroom"), new Topic("Alarms", "Darkroom alarms"));
    assertThat(stack.buckets())
        .extracting(Bucket::name)
        .containsExactly("darkroom-media-123456789012-eu-central-1");
  }

  @Test
  void aFunctionHasItsOwnPropertiesAndTheGlobalOnes() {
    var worker = stack.function("ImageWorker");
    assertThat(worker.handler())
        .isEqualTo("io.quarkus.amazon.lambda.runtime.QuarkusStreamHandler::handleRequest");
    assertThat(worker.memoryMiB()).isEqualTo(1769);
    assertThat(worker.timeout()).isEqualTo(Duration.ofSeconds(60));
    assertThat(worker.environment())
        .containsKeys(
            "DARKROOM_BUCKET",
            "DARKROOM_LOG",
            "JAVA_TOOL_OPTIONS",
            "DARKROOM_IMAGE_QUEUE_URL",
            "DARKROOM_VIDEO_QUEUE_URL",
            "DARKROOM_IMAGE_RENDITIONS")
        .doesNotContainKey("DARKROOM_STREAM_QUEUE_URL");
    assertThat(worker.environment().get("DARKROOM_VIDEO_QUEUE_URL"))
        .isInstanceOfSatisfying(
            Value.Reference.class,
            reference -> assertThat(reference.logicalName()).isEqualTo("VideoJobs"));
    assertThat(worker.sources())
        .containsExactly(
            new QueueSource("ImageJobs", 1, Duration.ZERO, true, true, OptionalInt.of(50)));
  }

  @Test
  void codeIsFoundFromTheTemplatesFolder() {
    assertThat(stack.function("Notifier").code())
        .isEqualTo(
            Path.of("..").toAbsolutePath().normalize().resolve("notifier/target/function.zip"));
  }

  @Test
  void routesKeepApiGatewaysNotation() {
    assertThat(stack.function("UploadApi").routes())
        .containsExactlyElementsOf(
            List.of(
                new Route("GET", "/"),
                new Route("GET", "/openapi"),
                new Route("POST", "/media"),
                new Route("GET", "/media"),
                new Route("GET", "/media/{id}"),
                new Route("DELETE", "/media/{id}"),
                new Route("POST", "/media/{id}/reprocess"),
                new Route("GET", "/media/{id}/playlists/{file}"),
                new Route("POST", "/uploads")));
  }

  @Test
  void theMailSubscriptionIsThereOnlyWithAnAddress() {
    assertThat(stack.subscriptions()).isEmpty();

    var parameters =
        Map.of("NotificationEmail", "you@example.com", "AlarmEmail", "operator@example.com");
    var told = Stack.read(DarkroomTemplate.FILE, DarkroomTemplate.deployment(parameters));
    assertThat(told.subscriptions())
        .containsExactly(
            new Subscription("MediaCompletions", "email", "you@example.com"),
            new Subscription("Alarms", "email", "operator@example.com"));
  }
}
