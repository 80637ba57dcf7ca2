package dev.darkroom.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.Manifest.Status;
import dev.darkroom.fixtures.EditedFile;
import dev.darkroom.fixtures.Ffmpeg;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Videos of any container, coding, rate and shape come out as one that browsers play. */
@OnTheLocalCloud
final class AnyVideoTest {
  private static final double SYNC = 0.02;

  private final Cloud cloud;
  private final Streams streams;

  AnyVideoTest(Backend backend) {
    this.cloud = backend.darkroom().cloud();
    this.streams = new Streams(backend.darkroom());
  }

  @ParameterizedTest
  @EnumSource
  void aVideoPlaysInBrowsersAsItsMakerSawAndHeardIt(Recording recording, @TempDir Path folder) {
    Path file = recording.make(folder);
    Manifest manifest = cloud.awaitManifest(streams.upload(file));

    assertThat(manifest.status()).as("%s", manifest.error()).isEqualTo(Status.COMPLETED);
    Path video = streams.download(manifest, "video", folder);
    assertThat(codings(video))
        .isEqualTo(recording.hasSound() ? List.of("h264,yuv420p", "aac") : List.of("h264,yuv420p"));
    Presentation original = Presentation.of(file);
    Presentation shown = Presentation.of(video);
    shown.assertShowsAtTheTimesOf(original);
    assertThat(shown.ratio()).isCloseTo(original.ratio(), within(0.015));
    assertThat(shown.similarity(original)).isGreaterThanOrEqualTo(recording.likeness());
    if (recording.hasSound()) {
      assertThat(shown.soundDelay(original, 0.3, 1.5)).as("at the start").isBetween(-SYNC, SYNC);
      assertThat(shown.soundDelay(original, 3.2, 1.5)).as("at the end").isBetween(-SYNC, SYNC);
    }
  }

  /** Edit lists may show parts of what was recorded, in another order. */
  @Test
  void aVideoWithTwoEditsShowsBothPiecesOneAfterTheOther(@TempDir Path folder) throws Exception {
    Path recorded = Clip.phone(folder, 9);
    Path file =
        Files.write(
            folder.resolve("edited.mov"),
            EditedFile.of(Files.readAllBytes(recorded), EditedFile.Piece.parse("3@5 2.5@1")));

    Manifest manifest = cloud.awaitManifest(streams.upload(file));

    Path video = streams.download(manifest, "video", folder);
    Presentation shown = Presentation.of(video);
    assertThat(shown.times()).hasSize((int) (5.5 * 30));
    shown.assertShowsAtTheTimesOf(Presentation.of(file));
    assertThat(shown.similarity(Presentation.of(file))).isGreaterThan(0.95);
    assertThat(Sound.of(video, 0.5, 2).delay(Sound.of(recorded, 5.5, 2)))
        .as("the first piece")
        .isBetween(-SYNC, SYNC);
    assertThat(Sound.of(video, 3.3, 2).delay(Sound.of(recorded, 1.3, 2)))
        .as("the second piece")
        .isBetween(-SYNC, SYNC);
  }

  private static List<String> codings(Path video) {
    return Ffmpeg.text(
            "ffprobe", "-v error -show_entries stream=codec_name,pix_fmt -of csv=p=0", video)
        .lines()
        .toList();
  }
}
