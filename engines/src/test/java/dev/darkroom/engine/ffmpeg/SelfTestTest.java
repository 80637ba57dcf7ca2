package dev.darkroom.engine.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.codec.mp4.SampleEntry.Color;
import dev.darkroom.codec.picture.Plane;
import java.util.List;
import org.junit.jupiter.api.Test;

class SelfTestTest {
  @Test
  void debiansEngineHasEveryCodec() {
    SelfTest selfTest = RealEngine.needed(FrameCodec.HEVC).selfTest();

    assertThat(selfTest.describe())
        .contains("HEVC yes", "AV1 yes", "VP9 yes", "H264 yes", "tone-mapped");
  }

  @Test
  void wrongPixelsAreNoticed() {
    byte[] flat = new byte[64 * 64];
    byte[] chroma = new byte[32 * 32];
    var frame =
        new RawFrame(
            PixelLayout.YUV420,
            List.of(new Plane(flat, 64, 64), new Plane(chroma, 32, 32), new Plane(chroma, 32, 32)),
            new FrameRequest.Size(64, 64),
            new Color(2, 2, 2, null));

    assertThat(TestFrame.of(FrameCodec.HEVC).matches(frame, 6)).isFalse();
  }
}
