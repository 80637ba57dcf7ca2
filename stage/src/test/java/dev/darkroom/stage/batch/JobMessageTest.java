package dev.darkroom.stage.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class JobMessageTest {
  private static final Instant AT = Instant.parse("2026-05-04T03:02:01.234567Z");

  static Stream<JobEvent> jobs() {
    JobEvent photo = JobEvent.written("media", "originals/image/a.jpg", "e1-2", "0A", AT);
    String strange = "originals/video/Jörg & Söhne/100%+1 🎞.mp4";
    return Stream.of(
        photo,
        photo.handOver(),
        photo.again(AT.plusSeconds(60)),
        JobEvent.written("media", strange, "e1-2", null, AT).again(AT).handOver());
  }

  @ParameterizedTest
  @MethodSource("jobs")
  void isReadAsItWasWritten(JobEvent job) {
    assertThat(S3EventParser.parse(JobMessage.of(job))).containsExactly(job);
  }
}
