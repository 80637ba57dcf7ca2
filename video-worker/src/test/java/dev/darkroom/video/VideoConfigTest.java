package dev.darkroom.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VideoConfigTest {
  @Test
  void hasDefaultsForAllButWhereItIs() {
    VideoConfig config = Bench.config();

    assertThat(config.answerReserve()).isEqualTo(Duration.ofSeconds(3));
    assertThat(config.video().timeBudget()).isEqualTo(Duration.ofSeconds(60));
    assertThat(config.video().readAhead().asLongValue()).isEqualTo(64 << 10);
    assertThat(config.video().maxRequests()).isEqualTo(320);
    assertThat(config.video().maxIndexSize().asLongValue()).isEqualTo(64 << 20);
    assertThat(config.video().maxFrameSize().asLongValue()).isEqualTo(16 << 20);
    assertThat(config.video().maxFrameEdge()).isEqualTo(4096);
    assertThat(config.video().posterEdge()).isEqualTo(1920);
    assertThat(config.video().mediumEdge()).isEqualTo(1024);
    assertThat(config.video().smallEdge()).isEqualTo(512);
    assertThat(config.video().tileEdge()).isEqualTo(160);
    assertThat(config.video().previewEdge()).isEqualTo(320);
    assertThat(config.video().thumbEdge()).isEqualTo(160);
    assertThat(config.video().jpegQuality()).isEqualTo(82);
    assertThat(config.video().webpQuality()).isEqualTo(78);
    assertThat(config.video().hls()).isFalse();
  }

  @Test
  void tellsOfAllThatIsWrongAtOnce() {
    assertThatThrownBy(
            () ->
                Bench.config(
                    Map.of(
                        "darkroom.video.jpeg-quality", "101",
                        "darkroom.video.time-budget", "0S",
                        "darkroom.video.read-ahead", "1",
                        "darkroom.video.poster-edge", "wide")))
        .hasMessageContaining("jpeg-quality")
        .hasMessageContaining("time-budget")
        .hasMessageContaining("read-ahead")
        .hasMessageContaining("poster-edge");
  }
}
