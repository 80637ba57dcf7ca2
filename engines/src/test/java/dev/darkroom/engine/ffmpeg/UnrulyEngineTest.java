package dev.darkroom.engine.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.darkroom.engine.ffmpeg.EngineResult.Absent;
import dev.darkroom.engine.ffmpeg.EngineResult.Finished;
import dev.darkroom.engine.ffmpeg.EngineResult.Reason;
import dev.darkroom.engine.ffmpeg.EngineResult.Stopped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Replaces the engine by unruly shell scripts, none of which may hold a caller past its time. */
@Timeout(30)
class UnrulyEngineTest {
  private static final String INFO =
      "echo '[showinfo @ 0x1] n:   0 pts:      0 pts_time:0 fmt:gray sar:0/1 s:4x2 i:P '>&2;"
          + "echo '[showinfo @ 0x1] color_range:pc color_space:bt709 color_primaries:bt709"
          + " color_trc:bt709'>&2;";

  @TempDir private Path folder;

  @BeforeEach
  void needsAShell() {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no shell");
  }

  @Test
  void oneThatHangsIsEndedInTime() throws Exception {
    long start = System.nanoTime();

    assertThat(run("sleep 1000")).isInstanceOfSatisfying(Stopped.class, UnrulyEngineTest::tookLong);

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
  }

  @Test
  void oneThatReadsNothingIsEndedInTime() throws Exception {
    assertThat(run("exec sleep 1000", 1 << 20, EngineLimits.DEFAULT))
        .isInstanceOfSatisfying(Stopped.class, UnrulyEngineTest::tookLong);
  }

  @Test
  void oneThatWritesWithoutEndIsEndedInTime() throws Exception {
    assertThat(run("cat /dev/zero"))
        .isInstanceOfSatisfying(Stopped.class, UnrulyEngineTest::tookLong);
  }

  @Test
  void oneThatTalksWithoutEndIsEnded() throws Exception {
    assertThat(run("cat /dev/zero >&2"))
        .isInstanceOfSatisfying(
            Stopped.class, stopped -> assertThat(stopped.reason()).isEqualTo(Reason.DAMAGED));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          kill -SEGV $$                                            | CRASHED
          kill -ABRT $$                                            | CRASHED
          echo 'x: Cannot allocate memory'>&2; exit 1              | OUT_OF_MEMORY
          echo 'x: Cannot allocate memory'>&2; exit 0              | OUT_OF_MEMORY
          echo 'Picture size 9x9 exceeds specified max pixel count 1'>&2; exit 1 | TOO_LARGE
          echo 'Not yet implemented in FFmpeg, patches welcome'>&2; exit 0       | UNSUPPORTED
          echo 'Decoder (codec prores) not found for input stream #0:0'>&2; exit 1 | UNSUPPORTED
          echo 'Decoding requested, but no decoder found for: prores'>&2; exit 1 | UNSUPPORTED
          """)
  void whyOneStopsIsTold(String script, Reason reason) throws Exception {
    assertThat(run("cat >/dev/null; " + script))
        .isInstanceOfSatisfying(
            Stopped.class, stopped -> assertThat(stopped.reason()).isEqualTo(reason));
  }

  @Test
  void aReasonIsFoundHoweverMuchIsLoggedAfterIt() throws Exception {
    String script = "echo 'Cannot allocate memory'>&2; for i in $(seq 999); do echo $i>&2; done;";

    assertThat(run("cat >/dev/null; " + script + "exit 1"))
        .isInstanceOfSatisfying(
            Stopped.class, stopped -> assertThat(stopped.reason()).isEqualTo(Reason.OUT_OF_MEMORY));
  }

  @Test
  void framesAreMissingIfOneCanMakeNothingOfThem() throws Exception {
    assertThat(run("cat >/dev/null; echo 'Invalid data found'>&2; exit 1"))
        .isEqualTo(new Finished(0, List.of(0, 1)));
    assertThat(run("cat >/dev/null; exit 0")).isEqualTo(new Finished(0, List.of(0, 1)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"kill -KILL $$", "kill -TERM $$"})
  void oneThatIsKilledFromOutsideMayWorkNextTime(String script) {
    assertThatThrownBy(() -> run("cat >/dev/null; " + script)).isInstanceOf(EngineFault.class);
  }

  @Test
  void oneThatCannotStartAThreadMayWorkNextTime() {
    String script = "echo 'pthread_create: Resource temporarily unavailable'>&2; exit 1";

    assertThatThrownBy(() -> run("cat >/dev/null; " + script)).isInstanceOf(EngineFault.class);
  }

  @Test
  void oneThatStopsReadingHasFailedOrSaysWhy() throws Exception {
    assertThat(run("exit 0", 1 << 20, EngineLimits.DEFAULT))
        .isInstanceOfSatisfying(
            Stopped.class, stopped -> assertThat(stopped.reason()).isEqualTo(Reason.FAILED));
    assertThat(run("echo 'Invalid data found'>&2; exit 1", 1 << 20, EngineLimits.DEFAULT))
        .isInstanceOfSatisfying(
            Stopped.class, stopped -> assertThat(stopped.reason()).isEqualTo(Reason.DAMAGED));
  }

  @Test
  void oneThatWorkedAndIsGoneMayComeBack() throws Exception {
    Path real = RealEngine.needed(FrameCodec.HEVC).program().executable();
    Path link = Files.createSymbolicLink(folder.resolve("ffmpeg"), real);
    var engine = new KeyframeEngine(new EngineProgram(link, null));
    assumeTrue(engine.selfTest().decodes(FrameCodec.HEVC), "no decoder of HEVC");
    Files.delete(link);
    TestFrame test = TestFrame.of(FrameCodec.HEVC);

    assertThatThrownBy(
            () ->
                engine.decode(
                    test.setup(),
                    FrameRequest.asDecoded(PixelLayout.YUV420),
                    EngineLimits.DEFAULT,
                    test.source(),
                    (index, frame) -> {}))
        .isInstanceOf(EngineFault.class);
  }

  @Test
  void oneThatIsKilledInItsSelfTestIsTestedAgain() throws Exception {
    Path fake = fake("kill -KILL $$");
    var engine = new KeyframeEngine(new EngineProgram(fake, null));
    assertThatThrownBy(() -> engine.selfTest().decodes(FrameCodec.HEVC))
        .isInstanceOf(EngineFault.class);
    fake("cat >/dev/null; exit 0");

    assertThat(engine.selfTest().decodes(FrameCodec.HEVC)).isFalse();
  }

  @Test
  void oneThatUsesUpItsCpuIsEnded() throws Exception {
    EngineLimits limits =
        new EngineLimits(Duration.ofSeconds(20), 1, 1L << 30, 1 << 20, 10, 1 << 20, 1);

    assertThat(run("while :; do :; done", 10, limits))
        .isInstanceOfSatisfying(
            Stopped.class, stopped -> assertThat(stopped.reason()).isEqualTo(Reason.TOO_MUCH_CPU));
  }

  @Test
  void limitsHoldForTheProcess() throws Exception {
    assertThat(run("cat >/dev/null; ulimit -v >&2; ulimit -f >&2; kill -SEGV $$"))
        .isInstanceOfSatisfying(
            Stopped.class,
            stopped ->
                assertThat(stopped.detail())
                    .isEqualTo(EngineLimits.DEFAULT.addressSpace() / 1024 + "\n0"));
  }

  @Test
  void itsEnvironmentHoldsNothingOfOurs() throws Exception {
    assertThat(run("cat >/dev/null; env >&2; kill -SEGV $$"))
        .isInstanceOfSatisfying(
            Stopped.class,
            stopped ->
                assertThat(stopped.detail().lines().map(line -> line.replaceAll("=.*", "")))
                    .containsExactlyInAnyOrder(
                        "LC_ALL", "AV_LOG_FORCE_NOCOLOR", "MALLOC_ARENA_MAX", "GCONV_PATH", "PWD"));
  }

  @Test
  void aFrameIsCutOutOfTheStreamByItsDescription() throws Exception {
    var got = new ArrayList<RawFrame>();

    EngineResult result =
        run(INFO + "printf abcdefgh; cat >/dev/null", 10, EngineLimits.DEFAULT, got);

    assertThat(result).isEqualTo(new Finished(1, List.of(1)));
    assertThat(got.getFirst().planes().getFirst().samples()).asString().isEqualTo("abcdefgh");
    assertThat(got.getFirst().color().fullRange()).isFalse();
    assertThat(got.getFirst().color().matrix()).isEqualTo(1);
  }

  @Test
  void aFrameThatIsCutShortIsMissing() throws Exception {
    assertThat(run(INFO + "printf abc; cat >/dev/null")).isEqualTo(new Finished(0, List.of(0, 1)));
  }

  @Test
  void moreBytesThanAnnouncedAreNotWaitedFor() throws Exception {
    assertThat(run(INFO + "cat >/dev/null; printf abcdefghijkl"))
        .isEqualTo(new Finished(1, List.of(1)));
  }

  @Test
  void aFrameLargerThanAllowedIsNotReadAtAll() throws Exception {
    assertThat(run(INFO.replace("4x2", "99999x99999") + "cat >/dev/null; exec sleep 1000"))
        .isInstanceOfSatisfying(
            Stopped.class, stopped -> assertThat(stopped.reason()).isEqualTo(Reason.TOO_LARGE));
  }

  @Test
  void moreFramesThanAllowedAreNotGiven() throws Exception {
    EngineLimits limits =
        new EngineLimits(Duration.ofSeconds(20), 1, 1L << 30, 1 << 20, 1, 1 << 20, 1);

    assertThat(run("cat >/dev/null", 10, limits))
        .isInstanceOfSatisfying(
            Stopped.class, stopped -> assertThat(stopped.reason()).isEqualTo(Reason.TOO_LARGE));
  }

  @Test
  void oneThatIsNotThereIsAbsent() throws Exception {
    var engine = new KeyframeEngine(new EngineProgram(folder.resolve("nothing"), null));

    assertThat(decode(engine, 10, EngineLimits.DEFAULT, new ArrayList<>()))
        .isInstanceOf(Absent.class);
    assertThat(engine.selfTest().decodes(FrameCodec.HEVC)).isFalse();
    assertThat(engine.selfTest().describe()).contains("HEVC no (", "does not start");
  }

  private static void tookLong(Stopped stopped) {
    assertThat(stopped.reason()).isEqualTo(Reason.TOOK_TOO_LONG);
  }

  private EngineResult run(String script) throws Exception {
    return run(script, 10, EngineLimits.DEFAULT.withTime(Duration.ofSeconds(3)));
  }

  private EngineResult run(String script, int frameBytes, EngineLimits limits) throws Exception {
    return run(script, frameBytes, limits, new ArrayList<>());
  }

  private EngineResult run(String script, int frameBytes, EngineLimits limits, List<RawFrame> got)
      throws Exception {
    Path fake = fake(script);
    EngineLimits shorter =
        limits.time().toSeconds() > 20 ? limits.withTime(Duration.ofSeconds(3)) : limits;
    return decode(new KeyframeEngine(new EngineProgram(fake, null)), frameBytes, shorter, got);
  }

  private Path fake(String script) throws IOException {
    Path fake = folder.resolve("ffmpeg");
    Files.writeString(fake, "#!/bin/sh\n" + script + "\n");
    assertThat(fake.toFile().setExecutable(true)).isTrue();
    return fake;
  }

  /** Decodes two frames without the self-test, which no fake would pass. */
  private static EngineResult decode(
      KeyframeEngine engine, int frameBytes, EngineLimits limits, List<RawFrame> got)
      throws IOException, InterruptedException {
    var left = new AtomicInteger(2);
    return engine.decodeUntested(
        TestFrame.of(FrameCodec.HEVC).setup(),
        FrameRequest.asDecoded(PixelLayout.GRAY),
        limits,
        () -> left.getAndDecrement() > 0 ? new byte[frameBytes] : null,
        (index, frame) -> got.add(frame));
  }
}
