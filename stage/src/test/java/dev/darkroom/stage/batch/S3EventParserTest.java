package dev.darkroom.stage.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class S3EventParserTest {
  private static final String KEY = "originals/image/Jörg am Strand+1.jpg";
  private static final Instant AT = Instant.parse("2026-05-04T03:02:01.234Z");

  @Test
  void readsWhatAwsSends() {
    assertThat(S3EventParser.parse(Events.AWS.body()))
        .containsExactly(
            JobEvent.written(
                "darkroom-media",
                KEY,
                "d41d8cd98f00b204e9800998ecf8427e-2",
                "0055AED6DCD90281E5",
                AT));
  }

  @Test
  void readsKeysWhoseSpacesArePercentEncoded() {
    assertThat(S3EventParser.parse(Events.LOCALSTACK.body()))
        .extracting(JobEvent::key)
        .containsExactly(KEY);
  }

  @Test
  void readsKeysThatWereNeverEncodedAndEventsWithoutSequencer() {
    assertThat(S3EventParser.parse(Events.RAW_KEYS.body()))
        .containsExactly(
            JobEvent.written(
                "darkroom-media",
                KEY,
                "9b2cf535f27731c974343645a3985328",
                null,
                Instant.parse("2026-05-04T03:02:01.234567Z")),
            JobEvent.written(
                "darkroom-media",
                "originals/image/100%.jpg",
                "9b2cf535f27731c974343645a3985328",
                null,
                Instant.parse("2026-05-04T01:02:01Z")));
  }

  @Test
  void readsEveryRecordThatTellsOfANewObject() {
    assertThat(S3EventParser.parse(Events.MIXED.body()))
        .extracting(JobEvent::key)
        .containsExactly("originals/image/one.jpg", "originals/image/two.jpg");
  }

  @ParameterizedTest
  @EnumSource(names = {"TEST_EVENT", "SNS_TEST_EVENT"})
  void findsNoEventInTheTestOfANewNotification(Events test) {
    assertThat(S3EventParser.parse(test.body())).isEmpty();
  }

  @Test
  void readsWhatComesThroughATopic() {
    assertThat(S3EventParser.parse(Events.SNS.body()))
        .containsExactly(
            JobEvent.written(
                "darkroom-media",
                KEY,
                "9b2cf535f27731c974343645a3985328",
                "0055AED6DCD90281E5",
                AT));
  }

  @Test
  void readsWhatComesThroughEventBridgeWhichEncodesNoKeys() {
    assertThat(S3EventParser.parse(Events.EVENT_BRIDGE.body()))
        .containsExactly(
            JobEvent.written(
                "darkroom-media",
                "originals/image/Jörg am Strand+1 100%25.jpg",
                "9b2cf535f27731c974343645a3985328",
                "0055AED6DCD90281E5",
                Instant.parse("2026-05-04T03:02:01Z")));
  }

  @Test
  void findsNoEventInADeletionThatEventBridgeTells() {
    assertThat(S3EventParser.parse(Events.EVENT_BRIDGE_DELETED.body())).isEmpty();
  }

  @Test
  void refusesAnUploadThatIsToldInAnotherForm() {
    assertThatExceptionOfType(MalformedEventException.class)
        .isThrownBy(() -> S3EventParser.parse(Events.CLOUD_TRAIL.body()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hello",
        "[]",
        "null",
        "\"Records\"",
        "{}",
        "{\"Records\":[]}",
        "{\"Records\":null}",
        "{\"Records\":7}",
        "{\"Records\":[{}]}",
        "{\"Records\":[{\"eventSource\":\"aws:sqs\",\"eventName\":\"x\"}]}",
        "{\"records\":[{\"s3\":{\"object\":{\"key\":\"k\"}}}]}",
        "{\"Event\":\"ObjectCreated\"}",
        "{\"Type\":\"Notification\",\"TopicArn\":\"t\"}",
        "{\"Type\":\"Notification\",\"TopicArn\":\"t\",\"Message\":\"an upload\"}",
        "{\"Type\":\"SubscriptionConfirmation\",\"TopicArn\":\"t\",\"Message\":\"m\"}",
        "{\"source\":\"aws.s3\"}",
        "{\"source\":\"aws.s3\",\"detail-type\":\"Object Created\",\"detail\":{}}",
        "{\"Records\":[{\"eventName\":\"ObjectCreated:Put\"}]}",
        "{\"Records\":[{\"eventName\":\"ObjectCreated:Put\",\"eventTime\":\"soon\",\"s3\":{"
            + "\"bucket\":{\"name\":\"b\"},\"object\":{\"key\":\"k\",\"eTag\":\"e\"}}}]}",
        "{\"Records\":[{\"eventName\":\"ObjectCreated:Put\",\"eventTime\":\"2026-05-04T03:02:01Z\","
            + "\"s3\":{\"bucket\":{\"name\":\"b\"},\"object\":{\"key\":\"k\"}}}]}"
      })
  void refusesWhatIsNoNotification(String message) {
    assertThatExceptionOfType(MalformedEventException.class)
        .isThrownBy(() -> S3EventParser.parse(message));
  }

  @Test
  void anyDamageIsAnEventOrAMalformedOne() {
    var random = new SplittableRandom(13);
    List<String> bodies =
        Stream.of(Events.AWS, Events.SNS, Events.EVENT_BRIDGE).map(Events::body).toList();
    for (int i = 0; i < 5_000; i++) {
      var damaged = new StringBuilder(bodies.get(i % bodies.size()));
      for (int changes = random.nextInt(1, 4); changes > 0; changes--) {
        damaged.setCharAt(random.nextInt(damaged.length()), (char) random.nextInt(1, 256));
      }
      try {
        assertThat(S3EventParser.parse(damaged.toString())).hasSizeLessThanOrEqualTo(1);
      } catch (MalformedEventException e) {
        assertThat(e).hasMessageMatching("no.*|not JSON.*");
      }
    }
  }
}
