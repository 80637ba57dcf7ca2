package dev.darkroom.video.still;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.darkroom.codec.mp4.Mp4Limits;
import dev.darkroom.codec.mp4.Mp4Reader;
import dev.darkroom.codec.mp4.Mp4Source;
import dev.darkroom.codec.mp4.Sample;
import dev.darkroom.codec.mp4.SampleCursor;
import dev.darkroom.codec.mp4.Track;
import dev.darkroom.fixtures.Fixtures;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TimelineTest {
  @ParameterizedTest
  @EnumSource(names = {"LANDSCAPE_VIDEO", "PORTRAIT_VIDEO", "SLICES_VIDEO", "FRAGMENTED_VIDEO"})
  void everyStepHasAKeyframeAndEveryKeyframeAStep(Fixtures fixture) throws Exception {
    Track video = track(fixture);

    Timeline timeline = Timeline.of(video, 0, 25);

    assertThat(timeline.steps()).hasSize(25);
    var offsets = new HashSet<Long>();
    SampleCursor cursor = video.samples().cursor();
    for (Sample sample = cursor.next(); sample != null; sample = cursor.next()) {
      if (sample.keyframe()) {
        offsets.add(sample.offset());
      }
    }
    assertThat(new HashSet<>(timeline.keyframes().stream().map(Keyframe::offset).toList()))
        .isEqualTo(offsets);
  }

  @Test
  void theKeyframeShownLastIsTaken() throws Exception {
    // Keyframes at 0, 0.4 and 0.8 of 1.2 seconds.
    Timeline timeline = Timeline.of(track(Fixtures.LANDSCAPE_VIDEO), 0, 12);

    assertThat(timeline.duration()).isEqualTo(1.2, within(0.001));
    assertThat(timeline.steps())
        .extracting(step -> Math.round(step.from() * 10))
        .containsExactly(0L, 0L, 0L, 0L, 4L, 4L, 4L, 4L, 8L, 8L, 8L, 8L);
  }

  @Test
  void theLastFrameStaysUntilTheMovieEnds() throws Exception {
    Timeline timeline = Timeline.of(track(Fixtures.LANDSCAPE_VIDEO), 5, 12);

    assertThat(timeline.duration()).isEqualTo(5);
    assertThat(timeline.steps().getLast().from()).isEqualTo(0.8, within(0.001));
  }

  private static Track track(Fixtures fixture) throws Exception {
    Mp4Source source = Mp4Source.of(fixture.bytes());
    return Mp4Reader.read(source, Mp4Limits.DEFAULT).video().orElseThrow();
  }
}
