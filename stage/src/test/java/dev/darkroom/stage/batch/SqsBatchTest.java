package dev.darkroom.stage.batch;

import static dev.darkroom.stage.batch.Ending.Step.IGNORED;
import static dev.darkroom.stage.batch.SampleContext.context;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.darkroom.stage.metrics.Metrics;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class SqsBatchTest {
  private static final Duration RESERVE = Duration.ofSeconds(3);
  private static final Duration AHEAD = Duration.ofHours(1);
  private final List<String> stated = new ArrayList<>();
  private final Metrics metrics = new Metrics("notifier", Clock.systemUTC(), stated::add);
  private final List<String> handled = new ArrayList<>();
  private final List<String> postponed = new ArrayList<>();

  @Test
  void everyRecordOfEveryMessageIsHandled() {
    List<String> failed =
        process(
            (event, delivery, deadline) -> IGNORED,
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
              return IGNORED;
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
            (event, delivery, deadline) -> {
              recurse(event.key().endsWith("one.jpg") ? 1 : 0);
              return IGNORED;
            },
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
            (event, delivery, deadline) -> IGNORED,
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
        new SqsBatch(metrics, RESERVE, this::keep, this::postpone)
            .process(batch(message("1", Events.AWS), message("2", Events.MIXED)), context(RESERVE));

    assertThat(failures(response.getBatchItemFailures())).containsExactly("1", "2");
    assertThat(handled).isEmpty();
  }

  @Test
  void aBatchOfNothingIsNoFailure() {
    assertThat(process((event, delivery, deadline) -> IGNORED)).isEmpty();
    assertThat(
            new SqsBatch(metrics, RESERVE, this::keep, this::postpone)
                .process(new SQSEvent(), context(AHEAD))
                .getBatchItemFailures())
        .isEmpty();
  }

  @Test
  void theHandlerLearnsWhichTryItIs() {
    var deliveries = new ArrayList<Delivery>();
    SQSMessage third = message("1", Events.AWS);
    third.setAttributes(Map.of("ApproximateReceiveCount", "3", "SentTimestamp", "1777863721234"));

    process(
        (event, delivery, deadline) -> {
          deliveries.add(delivery);
          return IGNORED;
        },
        third);

    assertThat(deliveries)
        .containsExactly(new Delivery("1", 3, Instant.ofEpochMilli(1_777_863_721_234L)));
  }

  @Test
  void aMessageThatDoesNotTellItsTryIsAtItsFirst() {
    var attempts = new ArrayList<Integer>();
    SQSMessage odd = message("1", Events.AWS);
    odd.setAttributes(Map.of("ApproximateReceiveCount", "many"));

    process(
        (event, delivery, deadline) -> {
          attempts.add(delivery.attempt());
          return IGNORED;
        },
        message("2", Events.AWS),
        odd);

    assertThat(attempts).containsExactly(1, 1);
  }

  @ParameterizedTest
  @CsvSource({"1, 5", "2, 20", "3, 80", "4, 150", "5, 150", "1000, 150"})
  void aMessageThatFailedIsHiddenLongerFromTryToTry(int attempt, int seconds) {
    SQSMessage failing = message("1", Events.AWS);
    failing.setAttributes(Map.of("ApproximateReceiveCount", "" + attempt));

    process(SqsBatchTest::fail, failing);

    assertThat(postponed).containsExactly("queue receipt-1 " + Duration.ofSeconds(seconds));
  }

  @Test
  void onlyMessagesThatFailedArePostponedAndOnlyWhenTheBatchIsDone() {
    var postponedBefore = new ArrayList<Integer>();

    process(
        (event, delivery, deadline) -> {
          postponedBefore.add(postponed.size());
          if (delivery.messageId().equals("1")) {
            return fail(event, delivery, deadline);
          }
          return IGNORED;
        },
        message("1", Events.AWS),
        message("2", Events.AWS));

    assertThat(postponedBefore).containsExactly(0, 0);
    assertThat(postponed).containsExactly("queue receipt-1 PT5S");
  }

  @Test
  void aMessageThatCannotBePostponedIsStillNamed() {
    var response =
        new SqsBatch(
                metrics,
                RESERVE,
                SqsBatchTest::fail,
                (queue, receipt, delay) -> {
                  throw new IllegalStateException("no connection");
                })
            .process(batch(message("1", Events.AWS), message("2", Events.AWS)), context(AHEAD));

    assertThat(failures(response.getBatchItemFailures())).containsExactly("1", "2");
  }

  private static Ending fail(JobEvent event, Delivery delivery, Deadline deadline)
      throws IOException {
    throw new IOException("connection reset at " + event.key());
  }

  private void postpone(String queue, String receipt, Duration delay) {
    postponed.add(queue + " " + receipt + " " + delay);
  }

  private List<String> process(RecordHandler handler, SQSMessage... messages) {
    return failures(
        new SqsBatch(
                metrics,
                RESERVE,
                (event, delivery, deadline) -> {
                  keep(event, delivery, deadline);
                  return handler.handle(event, delivery, deadline);
                },
                this::postpone)
            .process(batch(messages), context(AHEAD))
            .getBatchItemFailures());
  }

  private Ending keep(JobEvent event, Delivery delivery, Deadline deadline) {
    handled.add(event.key());
    return IGNORED;
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
    message.setReceiptHandle("receipt-" + id);
    message.setEventSourceArn("queue");
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
