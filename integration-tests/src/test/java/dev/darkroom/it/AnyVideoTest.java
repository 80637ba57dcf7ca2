package dev.darkroom.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.Manifest.Status;
import java.nio.file.Path;
import java.util.List;
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
    this.streams = new Streams(backend.darkroom(), cloud);
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

  private static List<String> codings(Path video) {
    return Ffmpeg.text(
            "ffprobe", "-v error -show_entries stream=codec_name,pix_fmt -of csv=p=0", video)
        .lines()
        .toList();
  }
}
