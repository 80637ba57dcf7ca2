package dev.darkroom.video.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.contract.stream.StreamPlan.Rung;
import dev.darkroom.video.still.Size;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LadderTest {
  private static final List<Integer> LINES = List.of(1080, 720, 480);

  @ParameterizedTest
  @CsvSource({
    "1920, 1080, 1920x1080 1280x720 854x480",
    "3840, 2160, 1920x1080 1280x720 854x480",
    "1080, 1920, 1080x1920 720x1280 480x854",
    "1422, 800, 1422x800 854x480",
    "1280, 720, 1280x720 854x480",
    "960, 540, 960x540",
    "720, 576, 720x576",
    "641, 361, 640x360",
    "176, 144, 176x144",
    "3, 3, 2x2",
    "1, 1, 2x2",
    "1000, 1000, 1000x1000 720x720 480x480",
    "8000, 1000, 4096x512",
    "4096, 2, 4096x2",
    "16000, 4, 4096x2",
    "2, 9000, 2x4096",
    "5120, 1440, 3840x1080 2560x720 1706x480",
  })
  void rungsFallFromTheVideosOwnSize(int width, int height, String sizes) {
    assertThat(
            Ladder.of(new Size(width, height), LINES).stream()
                .map(rung -> rung.width() + "x" + rung.height())
                .collect(Collectors.joining(" ")))
        .isEqualTo(sizes);
  }

  @Test
  void rungsAreNamedByTheirLines() {
    assertThat(Ladder.of(new Size(720, 1280), LINES))
        .extracting(Rung::name)
        .containsExactly("stream-720", "stream-480");
  }
}
