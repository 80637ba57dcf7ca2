package dev.darkroom.engine.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.codec.Tool;
import dev.darkroom.codec.picture.Plane;
import dev.darkroom.engine.ffmpeg.EngineResult.Finished;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyframeEngineTest {
  private static final FrameRequest PLAIN = FrameRequest.asDecoded(PixelLayout.YUV420);

  @TempDir private static Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          HEVC | yuv420p     | -c:v libx265 -x265-params log-level=error:keyint=10:open-gop=0
          HEVC | yuv420p     | -c:v libx265 -x265-params log-level=error:keyint=70:min-keyint=70:open-gop=1:scenecut=0
          HEVC | yuv420p10le | -c:v libx265 -x265-params log-level=error:keyint=10
          VP9  | yuv420p     | -c:v libvpx-vp9 -deadline realtime -cpu-used 8 -g 20
          VP9  | yuv420p10le | -c:v libvpx-vp9 -deadline realtime -cpu-used 8 -g 20 -profile:v 2
          AV1  | yuv420p     | -c:v libaom-av1 -usage realtime -cpu-used 8 -g 60
          H264 | yuv420p     | -c:v libx264 -preset ultrafast -g 15
          H264 | yuv420p10le | -c:v libx264 -preset ultrafast -g 15 -bf 2
          H264 | yuv420p     | -c:v libx264 -preset medium -g 15 -flags +ildct+ilme
          H264 | yuv420p     | -c:v libx264 -preset medium -g 20 -x264-params open-gop=1:bframes=3
          """)
  void keyframesAreThoseThatFfmpegDecodesFromTheWholeFile(
      FrameCodec codec, String format, String options) throws Exception {
    KeyframeEngine engine = RealEngine.needed(codec);
    Path path = encode(format, 210, options);
    KeyframeFile file = KeyframeFile.read(path);
    assertThat(file.frames()).hasSizeGreaterThan(2);

    var indices = new ArrayList<Integer>();
    var planes = new ByteArrayOutputStream();
    EngineResult result =
        engine.decode(
            file.setup(),
            PLAIN,
            EngineLimits.DEFAULT,
            file.source(),
            (index, frame) -> {
              indices.add(index);
              frame.planes().stream().map(Plane::samples).forEach(planes::writeBytes);
            });

    assertThat(result).isEqualTo(new Finished(file.frames().size(), List.of()));
    assertThat(indices).isSorted().hasSize(file.frames().size());
    // Dithering to 8 bits is the same for both.
    assertThat(hashes(planes.toByteArray()))
        .isEqualTo(hashes(KeyframeFile.reference(path, "yuv420p")));
  }

  @Test
  void aDamagedFrameIsMissedAndTheOthersKeepTheirNumbers() throws Exception {
    KeyframeEngine engine = RealEngine.needed(FrameCodec.HEVC);
    KeyframeFile file = KeyframeFile.read(encode("yuv420p", 60, HEVC));
    var frames = new ArrayList<>(file.frames());
    frames.set(2, Arrays.copyOf(frames.get(2), 7));
    frames.set(frames.size() - 1, new byte[100]);
    var indices = new ArrayList<Integer>();

    EngineResult result =
        engine.decode(
            file.setup(),
            PLAIN,
            EngineLimits.DEFAULT,
            file.with(frames).source(),
            (index, frame) -> indices.add(index));

    assertThat(result).isEqualTo(new Finished(4, List.of(2, 5)));
    assertThat(indices).containsExactly(0, 1, 3, 4);
  }

  @Test
  void framesOfNothingButGarbageFinishWithoutAPicture() throws Exception {
    KeyframeEngine engine = RealEngine.needed(FrameCodec.HEVC);
    KeyframeFile file = KeyframeFile.read(encode("yuv420p", 60, HEVC));

    EngineResult result =
        engine.decode(
            file.setup(),
            PLAIN,
            EngineLimits.DEFAULT,
            file.with(List.of(new byte[50], new byte[0], new byte[4000])).source(),
            (index, frame) -> {});

    assertThat(result).isEqualTo(new Finished(0, List.of(0, 1, 2)));
  }

  @Test
  void aSourceThatFailsIsThrownOn() throws Exception {
    KeyframeEngine engine = RealEngine.needed(FrameCodec.HEVC);
    KeyframeFile file = KeyframeFile.read(encode("yuv420p", 60, HEVC));
    FrameSource whole = file.source();
    var given = new int[1];

    assertThatThrownBy(
            () ->
                engine.decode(
                    file.setup(),
                    PLAIN,
                    EngineLimits.DEFAULT,
                    () -> {
                      if (given[0]++ == 3) {
                        throw new IOException("the connection was reset");
                      }
                      return whole.next();
                    },
                    (index, frame) -> {}))
        .isInstanceOf(IOException.class)
        .hasMessage("the connection was reset");
  }

  @Test
  void aSinkThatFailsIsThrownOn() throws Exception {
    KeyframeEngine engine = RealEngine.needed(FrameCodec.HEVC);
    KeyframeFile file = KeyframeFile.read(encode("yuv420p", 60, HEVC));

    assertThatThrownBy(
            () ->
                engine.decode(
                    file.setup(),
                    PLAIN,
                    EngineLimits.DEFAULT,
                    file.source(),
                    (index, frame) -> {
                      throw new IllegalStateException("no room");
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no room");
  }

  @Test
  void scaledFramesAverageWhatTheyCover() throws Exception {
    KeyframeEngine engine = RealEngine.needed(FrameCodec.HEVC);
    Path path = encode("yuv420p", 60, HEVC);
    KeyframeFile file = KeyframeFile.read(path);
    byte[] full = KeyframeFile.reference(path, "yuv420p");
    var first = new ArrayList<RawFrame>();

    engine.decode(
        file.setup(),
        FrameRequest.asDecoded(PixelLayout.YUV444).scaledTo(176, 144),
        EngineLimits.DEFAULT,
        file.source(),
        (index, frame) -> first.add(frame));

    RawFrame half = first.getFirst();
    assertThat(half.width()).isEqualTo(176);
    assertThat(half.height()).isEqualTo(144);
    Plane luma = half.planes().getFirst();
    for (int y = 0; y < 144; y++) {
      for (int x = 0; x < 176; x++) {
        int at = 2 * y * 352 + 2 * x;
        int sum =
            (full[at] & 255)
                + (full[at + 1] & 255)
                + (full[at + 352] & 255)
                + (full[at + 353] & 255);
        assertThat(luma.at(x, y)).isBetween(sum / 4 - 1, (sum + 3) / 4 + 1);
      }
    }
    // Chroma has that size already.
    byte[] chroma = Arrays.copyOfRange(full, 352 * 288, 352 * 288 + 176 * 144);
    assertThat(half.planes().get(1).samples()).isEqualTo(chroma);
  }

  private static List<Integer> hashes(byte[] frames) {
    int size = 352 * 288 * 3 / 2;
    return IntStream.range(0, frames.length / size)
        .map(i -> Arrays.hashCode(Arrays.copyOfRange(frames, i * size, (i + 1) * size)))
        .boxed()
        .toList();
  }

  private static final String HEVC =
      "-c:v libx265 -x265-params log-level=error:keyint=10:min-keyint=10:scenecut=0:open-gop=0";

  private static Path encode(String format, int frames, String options) throws Exception {
    Path path = folder.resolve((format + frames + options).hashCode() + ".mp4");
    var arguments = new ArrayList<String>(List.of("-v", "error", "-y", "-f", "lavfi"));
    arguments.addAll(List.of("-i", "testsrc2=s=352x288:r=30", "-frames:v", "" + frames));
    arguments.addAll(List.of("-pix_fmt", format));
    arguments.addAll(List.of(options.split(" ")));
    arguments.add(path.toString());
    Tool.needed("ffmpeg").run(arguments.toArray(String[]::new));
    return path;
  }
}
