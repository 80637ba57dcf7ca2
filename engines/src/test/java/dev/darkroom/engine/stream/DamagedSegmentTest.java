package dev.darkroom.engine.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.codec.mp4.Track;
import dev.darkroom.engine.ffmpeg.EngineProgram;
import dev.darkroom.engine.ffmpeg.EngineResult.Reason;
import dev.darkroom.engine.ffmpeg.FrameRequest.Size;
import dev.darkroom.engine.ffmpeg.InputWriter;
import dev.darkroom.engine.ffmpeg.ProcessLimits;
import dev.darkroom.engine.stream.StreamResult.Absent;
import dev.darkroom.engine.stream.StreamResult.Coded;
import dev.darkroom.engine.stream.StreamResult.Stopped;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damage costs the frames that it hits, and what cannot be coded says why. */
class DamagedSegmentTest {
  private static final Size SIZE = new Size(176, 144);
  private static final int FRAMES = 60;

  @TempDir private static Path folder;

  @ParameterizedTest
  @ValueSource(strings = {Encoding.HEVC, "-c:v libx264 -preset veryfast", "-c:v mpeg4"})
  void framesThatAreCutOffCostAFewFrames(String codec) throws Exception {
    SegmentInput input = input(codec);

    List<SegmentInput.Coded> samples = new ArrayList<>(input.samples());
    samples.set(20, changed(samples.get(20), bytes -> Arrays.copyOf(bytes, 9)));
    samples.set(41, changed(samples.get(41), bytes -> Arrays.copyOf(bytes, bytes.length / 2)));

    assertThat(frames(code(input.with(samples)))).isBetween(FRAMES - 12, FRAMES);
  }

  @ParameterizedTest
  @ValueSource(strings = {Encoding.HEVC, "-c:v libx264 -preset veryfast"})
  void aFirstKeyframeThatIsGarbageLeavesTheNext(String codec) throws Exception {
    SegmentInput input = input(codec + " -g 30");

    List<SegmentInput.Coded> samples = new ArrayList<>(input.samples());
    samples.set(0, changed(samples.getFirst(), bytes -> new byte[50]));

    Track track = ((Coded) code(input.with(samples))).movie().tracks().getFirst();
    assertThat(track.samples().count()).isGreaterThanOrEqualTo(FRAMES / 2 - 3);
  }

  @Test
  void framesWhoseSizeChangesKeepTheSizeThatWasAskedFor() throws Exception {
    SegmentInput input = input("-c:v mjpeg -pix_fmt yuvj420p");
    SegmentInput other =
        SegmentInput.of(
            new Encoding(folder)
                .make("testsrc2=s=320x180:r=30", "-c:v mjpeg -pix_fmt yuvj422p -frames:v 60"));
    List<SegmentInput.Coded> samples = new ArrayList<>(input.samples());
    for (int i = 25; i < 40; i++) {
      byte[] larger = other.samples().get(i).bytes();
      samples.set(i, changed(samples.get(i), bytes -> larger));
    }

    assertThat(frames(code(input.with(samples)))).isEqualTo(FRAMES);
  }

  @Test
  void anInputOfNothingButGarbageIsDamaged() throws Exception {
    SegmentInput input = input(Encoding.HEVC);
    var random = new Random(1);
    List<SegmentInput.Coded> garbage =
        input.samples().stream()
            .map(coded -> changed(coded, bytes -> noise(random, bytes.length)))
            .toList();

    assertThat(code(input.with(garbage)))
        .isInstanceOfSatisfying(
            Stopped.class, stopped -> assertThat(stopped.reason()).isEqualTo(Reason.DAMAGED));
  }

  @Test
  void anInputThatIsNoFileIsDamaged() throws Exception {
    SegmentRequest request = input(Encoding.HEVC).request(SIZE);

    assertThat(RealCoder.needed().code(request, out -> out.write(new byte[500]), RealCoder.LIMITS))
        .isInstanceOfSatisfying(
            Stopped.class, stopped -> assertThat(stopped.reason()).isEqualTo(Reason.DAMAGED));
  }

  @Test
  void aSegmentWithoutFramesToShowIsDamaged() throws Exception {
    SegmentInput input = input(Encoding.HEVC);
    SegmentInput later =
        new SegmentInput(
            input.track(), input.start(), input.length(), input.samples(), 100 * input.shift());

    assertThat(code(later))
        .isInstanceOfSatisfying(
            Stopped.class, stopped -> assertThat(stopped.reason()).isEqualTo(Reason.DAMAGED));
  }

  @Test
  void anInputThatFailsIsThrownOn() throws Exception {
    SegmentInput input = input(Encoding.HEVC);
    InputWriter failing =
        out -> {
          input.writeTo(out);
          throw new IOException("the connection was reset");
        };

    assertThatThrownBy(
            () -> RealCoder.needed().code(longer(input.request(SIZE)), failing, RealCoder.LIMITS))
        .isInstanceOf(IOException.class)
        .hasMessage("the connection was reset");
  }

  @Test
  void moreBytesThanAllowedDoNotComeOut() throws Exception {
    SegmentInput input = input(Encoding.HEVC);
    var limits = new ProcessLimits(Duration.ofSeconds(60), 60, 4L << 30, 1 << 24, 3000);

    assertThat(RealCoder.needed().code(input.request(SIZE), input, limits))
        .isInstanceOfSatisfying(
            Stopped.class, stopped -> assertThat(stopped.reason()).isEqualTo(Reason.TOO_LARGE));
  }

  @Test
  void withoutAnEngineItIsAbsent() throws Exception {
    var coder =
        new StreamCoder(
            new EngineProgram(folder.resolve("nothing"), null), EncoderSettings.DEFAULT);
    SegmentInput input = input(Encoding.HEVC);

    assertThat(coder.missing()).contains("X264: does not start", "OPENH264: does not start");
    assertThat(coder.code(input.request(SIZE), input, RealCoder.LIMITS)).isInstanceOf(Absent.class);
  }

  private static SegmentInput input(String codec) throws Exception {
    return SegmentInput.of(
        new Encoding(folder).make("testsrc2=s=176x144:r=30", codec + " -frames:v " + FRAMES));
  }

  private static StreamResult code(SegmentInput input) throws Exception {
    return RealCoder.needed().code(input.request(SIZE), input, RealCoder.LIMITS);
  }

  /** Returns a request whose segment ends long after the input. */
  private static SegmentRequest longer(SegmentRequest request) {
    return new SegmentRequest(
        request.timescale(),
        request.lead(),
        100 * request.length(),
        request.orientation(),
        request.interlaced(),
        request.color(),
        request.frameRate(),
        request.rungs());
  }

  private static int frames(StreamResult result) {
    assertThat(result).isInstanceOf(Coded.class);
    return ((Coded) result).movie().tracks().getFirst().samples().count();
  }

  private static SegmentInput.Coded changed(
      SegmentInput.Coded coded, UnaryOperator<byte[]> change) {
    return new SegmentInput.Coded(coded.sample(), coded.shown(), change.apply(coded.bytes()));
  }

  private static byte[] noise(Random random, int length) {
    byte[] noise = new byte[length];
    random.nextBytes(noise);
    return noise;
  }
}
