package dev.darkroom.video.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.codec.mp4.SampleEntry;
import dev.darkroom.contract.stream.StreamPlan;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DecodedColorTest {
  @Test
  void isWhatTheFileStates() {
    var wide = new SampleEntry.Color(9, 16, 9, false);

    assertThat(DecodedColor.of(entry("apch", 1920, 1080, wide)))
        .isEqualTo(new StreamPlan.Color(9, 16, 9, false));
  }

  @Test
  void ofLargePicturesThatDoNotSayIsBt709() {
    assertThat(DecodedColor.of(entry("apch", 1920, 1080, null)))
        .isEqualTo(new StreamPlan.Color(2, 2, 1, null));
    assertThat(DecodedColor.of(entry("ap4h", 720, 1280, new SampleEntry.Color(1, 1, 2, true))))
        .isEqualTo(new StreamPlan.Color(1, 1, 1, true));
  }

  @Test
  void isLeftToFramesThatMaySay() {
    assertThat(DecodedColor.of(entry("apch", 720, 576, null))).isNull();
    assertThat(DecodedColor.of(entry("jpeg", 1920, 1080, null))).isNull();
  }

  private static SampleEntry entry(
      String format, int width, int height, SampleEntry.@Nullable Color color) {
    return new SampleEntry(format, format, false, width, height, 24, null, color, null, Map.of());
  }
}
