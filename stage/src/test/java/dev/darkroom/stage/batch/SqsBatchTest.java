package dev.darkroom.stage.batch;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class SqsBatchTest {
  private static final Deadline AHEAD = Deadline.after(Duration.ofHours(1));
  private final List<String> handled = new ArrayList<>();

  @Test
  void everyRecordOfEveryMessageIsHandled() {
    List<String> failed =
        process(
            (event, delivery, deadline) -> {},
            message("1", Events.MIXED),
            message("2", Events.AWS),
            message("3", Events.TEST_EVENT));

    assertThat(failed).isEmpty();
    assertThat(handled)
        .containsExactly(
            "originals/image/one.jpg",
            "originals/image/two.jpg",
            "originals/image/Jörg am Strand+1.jpg");
  }

  static Stream<Throwable> whatHandlersThrow() {
    return Stream.of(
        new IOException("connection reset"),
        new IllegalStateException(),
        new InterruptedException(),
        new OutOfMemoryError("Java heap space"),
        new StackOverflowError(),
        new NoClassDefFoundError("Missing"),
        new AssertionError());
  }

  @ParameterizedTest
  @MethodSource("whatHandlersThrow")
  void onlyTheMessageThatFailedIsNamedAndItsOtherRecordsAreTried(Throwable failure) {
    List<String> failed =
        process(
            (event, delivery, deadline) -> {
              if (event.key().endsWith("one.jpg")) {
                throw sneaky(failure);
              }
            },
            message("1", Events.LOCALSTACK),
            message("2", Events.MIXED),
            message("3", Events.AWS));

    assertThat(failed).containsExactly("2");
    assertThat(handled).hasSize(4);
  }

  @Test
  void aRealStackOverflowIsTheMessagesOwn() {
    List<String> failed =
        process(
            (event, delivery, deadline) -> recurse(event.key().endsWith("one.jpg") ? 1 : 0),
            message("1", Events.MIXED),
            message("2", Events.AWS));

    assertThat(failed).containsExactly("1");
  }

  @Test
  void whatNobodyCanReadComesBackAndTheRestIsHandled() {
    SQSMessage garbage = message("1", Events.AWS);
    garbage.setBody("garbage");
    SQSMessage empty = message("2", Events.AWS);
    empty.setBody(null);

    List<String> failed =
        process(
            (event, delivery, deadline) -> {},
            garbage,
            empty,
            message("3", Events.AWS),
            message("4", Events.CLOUD_TRAIL));

    assertThat(failed).containsExactly("1", "2", "4");
    assertThat(handled).hasSize(1);
  }

  @Test
  void whatIsLeftAtTheDeadlineComesBackUntried() {
    var response =
        SqsBatch.process(
            batch(message("1", Events.AWS), message("2", Events.MIXED)),
            Deadline.after(Duration.ZERO),
            (event, delivery, deadline) -> handled.add(event.key()));

    assertThat(failures(response.getBatchItemFailures())).containsExactly("1", "2");
    assertThat(handled).isEmpty();
  }

  @Test
  void aBatchOfNothingIsNoFailure() {
    assertThat(process((event, delivery, deadline) -> {})).isEmpty();
    assertThat(
            SqsBatch.process(new SQSEvent(), AHEAD, (event, delivery, deadline) -> {})
                .getBatchItemFailures())
        .isEmpty();
  }

  @Test
  void theHandlerLearnsWhichTryItIs() {
    var deliveries = new ArrayList<Delivery>();
    SQSMessage third = message("1", Events.AWS);
    third.setAttributes(Map.of("ApproximateReceiveCount", "3", "SentTimestamp", "1777863721234"));

    process((event, delivery, deadline) -> deliveries.add(delivery), third);

    assertThat(deliveries)
        .containsExactly(new Delivery("1", 3, Instant.ofEpochMilli(1_777_863_721_234L)));
  }

  @Test
  void aMessageThatDoesNotTellItsTryIsAtItsFirst() {
    var attempts = new ArrayList<Integer>();
    SQSMessage odd = message("1", Events.AWS);
    odd.setAttributes(Map.of("ApproximateReceiveCount", "many"));

    process(
        (event, delivery, deadline) -> attempts.add(delivery.attempt()),
        message("2", Events.AWS),
        odd);

    assertThat(attempts).containsExactly(1, 1);
  }

  private List<String> process(RecordHandler handler, SQSMessage... messages) {
    return failures(
        SqsBatch.process(
                batch(messages),
                AHEAD,
                (event, delivery, deadline) -> {
                  handled.add(event.key());
                  handler.handle(event, delivery, deadline);
                })
            .getBatchItemFailures());
  }

  private static List<String> failures(List<BatchItemFailure> failures) {
    return failures.stream().map(BatchItemFailure::getItemIdentifier).toList();
  }

  private static SQSEvent batch(SQSMessage... messages) {
    var batch = new SQSEvent();
    batch.setRecords(List.of(messages));
    return batch;
  }

  private static SQSMessage message(String id, Events event) {
    var message = new SQSMessage();
    message.setMessageId(id);
    message.setBody(event.body());
    return message;
  }

  private static int recurse(int depth) {
    return depth == 0 ? 0 : recurse(depth + 1) + 1;
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // that is what sneaking is
  private static <T extends Throwable> T sneaky(Throwable failure) throws T {
    throw (T) failure;
  }
}
