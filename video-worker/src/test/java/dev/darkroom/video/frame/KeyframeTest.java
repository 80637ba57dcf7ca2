package dev.darkroom.video.frame;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.mp4.Movie;
import dev.darkroom.codec.mp4.Mp4Limits;
import dev.darkroom.codec.mp4.Mp4Reader;
import dev.darkroom.codec.mp4.Mp4Source;
import dev.darkroom.codec.mp4.Sample;
import dev.darkroom.codec.mp4.SampleCursor;
import dev.darkroom.codec.mp4.Track;
import dev.darkroom.codec.picture.Plane;
import dev.darkroom.codec.picture.YuvFrame;
import dev.darkroom.fixtures.Fixtures;
import dev.darkroom.stage.batch.Deadline;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The expected hashes are those of ffmpeg's frames, as {@code fixtures/generate-videos.sh} prints
 * them.
 */
class KeyframeTest {
  private final FrameLimits limits = new FrameLimits(4096);

  @ParameterizedTest
  @CsvSource({
    "LANDSCAPE_VIDEO, 7ddfc12fd90e1608139c2225368ce7e2 8e34f1e286a5d34ef982358c253c16b2"
        + " f472d003401df773d9262258ac953b82",
    "PORTRAIT_VIDEO, 387682b931704b6e17abc0b6a1b0cb49 387682b931704b6e17abc0b6a1b0cb49"
        + " 3d14e0c6c1bec4810fde5a64a1aebfbd 39c5ff9a7bbac450201fd03ea284e4bb"
        + " 25bbaad413deb748e46d61112dba0aa1",
    "SLICES_VIDEO, a6fc00f6a53df5f4c293605846bac7b9 19a54abd69b3c4ac67fe69b5e9887c7f"
        + " d30f6f171bbfb31cd7c7e3028699d958",
    "FRAGMENTED_VIDEO, 414138836d787e683d74ff90e9c246df 54f4d7e97254520ec03580738b59a725"
        + " 8037dbd9dad59a28d2f6b8cd465bd7a1"
  })
  void everyKeyframeIsWhatTheReferenceDecoderMakes(Fixtures fixture, String hashes)
      throws Exception {
    var found = new ArrayList<String>();
    for (FrameResult decoded : keyframes(fixture, limits, Duration.ofMinutes(1))) {
      assertThat(decoded).isInstanceOf(FrameResult.Frame.class);
      found.add(hash(((FrameResult.Frame) decoded).yuv()));
    }

    assertThat(String.join(" ", found)).isEqualTo(hashes);
  }

  @Test
  void framesBeyondTheLimitAreNotDecoded() throws Exception {
    assertThat(keyframes(Fixtures.LANDSCAPE_VIDEO, new FrameLimits(256), Duration.ofMinutes(1)))
        .allMatch(decoded -> decoded instanceof FrameResult.Unsupported);
  }

  private static List<FrameResult> keyframes(Fixtures fixture, FrameLimits limits, Duration time)
      throws Exception {
    Mp4Source source = Mp4Source.of(fixture.bytes());
    Movie movie = Mp4Reader.read(source, Mp4Limits.DEFAULT);
    Track video = movie.video().orElseThrow();
    var found =
        (FrameDecoders.Found)
            new FrameDecoders(limits).choose(Objects.requireNonNull(video.entry()));
    FrameDecoder decoder = found.decoder();
    var decoded = new ArrayList<FrameResult>();
    SampleCursor cursor = video.samples().cursor();
    for (Sample sample = cursor.next(); sample != null; sample = cursor.next()) {
      if (sample.keyframe()) {
        ByteReader in = source.read(sample.offset(), sample.size());
        decoded.add(decoder.decode(in, false, Deadline.after(time)));
      }
    }
    return decoded;
  }

  private static String hash(YuvFrame frame) throws Exception {
    MessageDigest md5 = MessageDigest.getInstance("MD5");
    YuvFrame.Window visible = frame.visible();
    update(md5, frame.y(), visible, 1);
    update(md5, frame.u(), visible, 2);
    update(md5, frame.v(), visible, 2);
    return HexFormat.of().formatHex(md5.digest());
  }

  private static void update(MessageDigest md5, Plane plane, YuvFrame.Window window, int part) {
    for (int y = 0; y < window.height() / part; y++) {
      int row = (int) window.y() / part + y;
      int start = row * plane.width() + (int) window.x() / part;
      md5.update(plane.samples(), start, (int) window.width() / part);
    }
  }
}
