package dev.darkroom.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Media;
import dev.darkroom.contract.MediaFormat;
import dev.darkroom.contract.Outcome;
import dev.darkroom.contract.Outcome.Completed;
import dev.darkroom.engine.ffmpeg.EngineFinder;
import dev.darkroom.engine.ffmpeg.FrameCodec;
import dev.darkroom.image.step.Pictures;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeifTest {
  private static final Path PHONE = Path.of("../../shared/media/images/img_5195.heic");

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"heif-enc, HEIC, heic, HEVC", "avifenc, AVIF, avif, AV1"})
  void picturesComeOutAsTheyWentIn(String tool, MediaFormat format, String ending, FrameCodec codec)
      throws Exception {
    assumeEngine(codec);
    BufferedImage picture = Pictures.quarters(320, 240);
    var workplace = new Workplace();

    Completed completed = workplace.complete(made(tool, ending, picture));

    assertThat(completed.media().format()).isEqualTo(format);
    assertThat(completed.media().width()).isEqualTo(320);
    assertThat(Workplace.facts(completed).damaged()).isNull();
    int[] seen = Pictures.corners(workplace.picture(completed, "large"));
    int[] meant = Pictures.corners(picture);
    for (int i = 0; i < meant.length; i++) {
      assertThat(Pictures.difference(seen[i], meant[i])).isLessThan(16);
    }
  }

  @Test
  void aPhonesTilesBecomeOnePictureWithItsMetadata() throws Exception {
    assumeEngine(FrameCodec.HEVC);
    assumeTrue(Files.exists(PHONE), "no " + PHONE);

    Completed completed = new Workplace().complete(Files.readAllBytes(PHONE));

    assertThat(completed.media().width()).isEqualTo(2566);
    assertThat(completed.media().height()).isEqualTo(3313);
    Media.Picture facts = Workplace.facts(completed);
    assertThat(facts.camera()).isEqualTo("Apple iPhone 11 Pro Max");
    assertThat(facts.takenAt()).isEqualTo("2021-04-11T15:47:53-05:00");
    assertThat(facts.colorProfile()).isEqualTo("Display P3");
    assertThat(Workplace.plain(completed, "large").height()).isEqualTo(1920);
  }

  @Test
  void withoutAnEngineItIsToldFromItsHeader() throws Exception {
    assumeTrue(Files.exists(PHONE), "no " + PHONE);
    var bare = new Workplace(Map.of("darkroom.engine", folder.resolve("none").toString()));

    Outcome outcome = bare.process(Files.readAllBytes(PHONE));

    assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
    var rejected = (Outcome.Rejected) outcome;
    assertThat(rejected.rejection().code()).isEqualTo(ErrorCode.UNSUPPORTED_FORMAT);
    assertThat(rejected.media()).extracting(Media::width, Media::height).contains(2566, 3313);
  }

  @Test
  void aFileCutOffIsShownWithoutItsLastTilesOrCorrupt() throws Exception {
    assumeEngine(FrameCodec.HEVC);
    assumeTrue(Files.exists(PHONE), "no " + PHONE);
    byte[] file = Files.readAllBytes(PHONE);

    switch (new Workplace().process(Arrays.copyOf(file, file.length / 2))) {
      case Completed completed -> assertThat(Workplace.facts(completed).damaged()).isTrue();
      case Outcome.Rejected(var rejection, var _) ->
          assertThat(rejection.code()).isEqualTo(ErrorCode.CORRUPT_FILE);
      case Outcome other -> throw new AssertionError(other);
    }
  }

  private static void assumeEngine(FrameCodec codec) {
    assumeTrue(
        EngineFinder.find(null, System.getenv("PATH"))
            .filter(engine -> engine.selfTest().decodes(codec))
            .isPresent(),
        "no engine for " + codec);
  }

  /** Encodes with Debian's heif-enc; skips the test if it is not installed. */
  private byte[] made(String tool, String ending, BufferedImage picture) throws Exception {
    Path source = folder.resolve("source.png");
    Path target = folder.resolve("target." + ending);
    Files.write(source, Pictures.encode(picture, "png"));
    String[] command =
        tool.equals("avifenc")
            ? new String[] {tool, source.toString(), target.toString()}
            : new String[] {tool, "-q", "90", "-o", target.toString(), source.toString()};
    int exit = -1;
    try {
      exit =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor();
    } catch (IOException e) {
      assumeTrue(false, tool + " is not installed");
    }
    assumeTrue(exit == 0, tool + " failed");
    return Files.readAllBytes(target);
  }
}
