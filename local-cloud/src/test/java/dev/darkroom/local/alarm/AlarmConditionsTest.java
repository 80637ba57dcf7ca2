package dev.darkroom.local.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.infra.Deployment;
import dev.darkroom.infra.Stack;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The template's alarms are raised by the figures of a local run, and end with their cause. */
final class AlarmConditionsTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final Stack stack =
      Stack.read(
          Path.of("../infra/template.yaml"),
          new Deployment(
              "darkroom",
              "000000000000",
              "us-east-1",
              Map.of("JwtIssuer", "https://issuer.example", "JwtAudience", "darkroom")));

  private final AlarmBoard board = new AlarmBoard(stack);
  private Instant now = START;

  @Test
  void onlyTheApisLatencyIsMeasuredOnAwsAlone() {
    var metrics = new LocalMetrics(stack);
    assertThat(stack.alarms())
        .filteredOn(alarm -> !new AlarmHistory(alarm, metrics).isMeasured())
        .extracting(alarm -> alarm.logicalName())
        .containsExactly("ApiLatencyAlarm");
  }

  @Test
  void aWorkerThatFailsOftenRaisesItsAlarmUntilItWorksAgain() {
    var success = "function_invocations_total{function=\"ImageWorker\",outcome=\"success\"} ";
    var failures =
        "function_invocations_total{function=\"ImageWorker\",outcome=\"batch-failures\"} ";

    assertThat(after(10, success + "100")).isEmpty();
    assertThat(after(10, success + "100", failures + "4")).isEmpty();
    assertThat(after(10, success + "100", failures + "14"))
        .containsExactly(
            "ALARM ImageFailuresAlarm: More than a tenth of what the image worker tries fails. See"
                + " docs/OPERATIONS.md#a-worker-fails");
    assertThat(board.text())
        .isEqualTo(
            "ImageFailuresAlarm since 2026-01-01T00:00:30Z: More than a tenth of what the image"
                + " worker tries fails. See docs/OPERATIONS.md#a-worker-fails\n");
    assertThat(after(200, success + "110", failures + "14")).isEmpty();
    assertThat(after(110, success + "200", failures + "14"))
        .containsExactly("OK ImageFailuresAlarm: it is over");
    assertThat(board.text()).contains("none of");
  }

  @Test
  void aMessageThatNobodyCouldHandleRaisesItsAlarmAtOnce() {
    assertThat(after(10, "queue_messages{queue=\"Unhandled\"} 1.0"))
        .singleElement()
        .asString()
        .startsWith("ALARM UnhandledAlarm: A message could be handled by no function.");
  }

  @Test
  void whatWaitsRaisesItsAlarmAfterTwoPeriods() {
    var waits = "queue_oldest_message_age_seconds{queue=\"VideoJobs\"} ";
    assertThat(after(10, waits + "901")).isEmpty();
    assertThat(after(280, waits + "1171")).isEmpty();
    assertThat(after(40, waits + "1211")).singleElement().asString().startsWith("ALARM VideoWait");
  }

  @Test
  void deadLettersThatGoWithinTenMinutesRaiseNone() {
    var waiting = "queue_messages{queue=\"DeadLetters\"} ";
    assertThat(after(10, waiting + "3")).isEmpty();
    for (int i = 0; i < 58; i++) {
      assertThat(after(10, waiting + "3")).isEmpty();
    }
    assertThat(after(10, waiting + "0")).isEmpty();
    var raised = new ArrayList<String>();
    for (int i = 0; i < 90; i++) {
      raised.addAll(after(10, waiting + "3"));
    }
    assertThat(raised).singleElement().asString().startsWith("ALARM DeadLettersAlarm");
  }

  @Test
  void whatTheReconcilerMendedIsRaisedForAnHour() {
    var resent = "darkroom_resent_total{stage=\"reconciler\"} ";
    assertThat(after(10, resent + "0")).isEmpty();
    assertThat(after(10, resent + "2")).singleElement().asString().startsWith("ALARM Reconciler");
    assertThat(after(3500, resent + "2")).isEmpty();
    assertThat(after(110, resent + "2")).containsExactly("OK ReconcilerFindsAlarm: it is over");
  }

  /** A function's figure is one, however many queues feed it. */
  @Test
  void failuresOfTheNotifierAreCountedOnceForBothOfItsQueues() {
    var failures = "function_invocations_total{function=\"Notifier\",outcome=\"error\"} ";
    assertThat(after(10, failures + "3")).isEmpty();
    assertThat(after(10, failures + "4")).singleElement().asString().startsWith("ALARM Notifier");
  }

  /** Takes the figures some seconds after those before. */
  private List<String> after(long seconds, String... lines) {
    now = now.plus(Duration.ofSeconds(seconds));
    var text = "# HELP anything Is ignored\n" + String.join("\n", lines) + "\n";
    return board.add(now, Figures.parse(text)).stream().map(Object::toString).toList();
  }
}
