package dev.darkroom.stage.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class JobMessageTest {
  private static final Instant AT = Instant.parse("2026-05-04T03:02:01.234567Z");

  static Stream<ObjectCreated> jobs() {
    ObjectCreated plain = job("originals/image/a.jpg", "0A", null, false);
    return Stream.of(
        plain,
        plain.handOver(),
        job("originals/image/a.jpg", null, AT.plusSeconds(60), false),
        job("originals/video/Jörg & Söhne/100%+1 🎞.mp4", "0A", AT, true));
  }

  @ParameterizedTest
  @MethodSource("jobs")
  void isReadAsItWasWritten(ObjectCreated job) {
    assertThat(S3EventParser.parse(JobMessage.of(job))).containsExactly(job);
  }

  private static ObjectCreated job(
      String key,
      @org.jspecify.annotations.Nullable String sequencer,
      @org.jspecify.annotations.Nullable Instant requestedAt,
      boolean handedOver) {
    return new ObjectCreated(
        "media", key, "e1-2", 1L << 33, sequencer, AT, requestedAt, handedOver);
  }
}
