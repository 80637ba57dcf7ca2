package dev.darkroom.codec.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.codec.picture.YuvFrame.Window;
import org.junit.jupiter.api.Test;

class ResamplerTest {
  @Test
  void theSameSizeChangesNothing() {
    Plane plane = new Plane(new byte[] {1, 2, 3, 4, 5, 6}, 3, 2);

    assertThat(Resampler.resample(plane, new Window(0, 0, 3, 2), 3, 2).samples())
        .isEqualTo(plane.samples());
  }

  @Test
  void shrinkingAveragesWhatIsCovered() {
    Plane plane = new Plane(new byte[] {10, 20, 30, 40, 50, 60}, 3, 2);

    assertThat(Resampler.resample(plane, new Window(0, 0, 3, 2), 1, 1).samples())
        .containsExactly(35);
    // One and a half samples each: (10 + 20/2) / 1.5 and (20/2 + 30) / 1.5, and a row below.
    assertThat(Resampler.resample(plane, new Window(0, 0, 3, 2), 2, 2).samples())
        .containsExactly(13, 27, 43, 57);
  }

  @Test
  void growingInterpolatesBetweenCenters() {
    Plane plane = new Plane(new byte[] {0, 100}, 2, 1);

    assertThat(Resampler.resample(plane, new Window(0, 0, 2, 1), 4, 1).samples())
        .containsExactly(0, 25, 75, 100);
  }

  @Test
  void whatIsOutsideOfTheWindowDoesNotShow() {
    Plane plane = new Plane(new byte[] {99, 10, 20, 99}, 4, 1);

    assertThat(Resampler.resample(plane, new Window(1, 0, 2, 1), 0.25, 4, 1).samples())
        .containsExactly(10, 15, 20, 20);
  }
}
