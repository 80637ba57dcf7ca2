package dev.darkroom.video;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Missing;
import dev.darkroom.contract.Outcome;
import dev.darkroom.contract.Rendition;
import dev.darkroom.engine.foreign.NativeCodecs;
import dev.darkroom.fixtures.Fixtures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Without libjpeg-turbo and libwebp, frames can be decoded but not encoded. */
class WithoutEncodersTest {
  private final PipelineHarness harness = new PipelineHarness();

  @BeforeEach
  void turnOff() {
    System.setProperty(NativeCodecs.SWITCH, "off");
  }

  @AfterEach
  void turnOn() {
    System.clearProperty(NativeCodecs.SWITCH);
  }

  @Test
  void aVideoCompletesWithItsPicturesMissing() throws Exception {
    var outcome = (Outcome.Completed) harness.process("clip.mp4", Fixtures.LANDSCAPE_VIDEO.bytes());

    assertThat(outcome.media().width()).isEqualTo(320);
    assertThat(outcome.renditions()).extracting(Rendition::name).containsExactly("video");
    assertThat(outcome.missing())
        .extracting(Missing::name)
        .containsExactly("poster", "medium", "small", "thumb", "storyboard", "preview");
    assertThat(outcome.missing())
        .extracting(Missing::code)
        .containsOnly(ErrorCode.UNSUPPORTED_FORMAT);
    assertThat(outcome.missing())
        .allMatch(
            missing ->
                missing
                    .message()
                    .endsWith("Pictures of videos cannot be written on this machine."));
    assertThat(outcome.placeholder()).isNotNull();
  }
}
