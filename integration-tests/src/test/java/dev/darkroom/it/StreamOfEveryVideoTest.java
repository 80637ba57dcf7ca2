package dev.darkroom.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.Manifest.Status;
import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.Rendition;
import dev.darkroom.fixtures.Ffmpeg;
import dev.darkroom.fixtures.Fixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Where the policy is {@code always}, every video gets a stream, small ones here. Coding a folder
 * of them takes minutes, so it is done when it is asked for.
 */
@EnabledIfSystemProperty(
    named = "darkroom.videos",
    matches = ".+",
    disabledReason = "-Ddarkroom.videos=FOLDER names a folder of videos to code")
final class StreamOfEveryVideoTest {
  private static final double SYNC = 0.02;
  private static final double LIKE = 0.9;
  private static final Path SAMPLES = Path.of(System.getProperty("darkroom.videos", ""));

  /** Its edit list starts amid a frame, which is shown from the start; ffmpeg leaves it out. */
  private static final String AMID_A_FRAME = "sample_edit_list.mp4";

  @TempDir private static Path folder;

  private static @Nullable Darkroom running;

  private final Darkroom darkroom = Objects.requireNonNull(running);
  private final Cloud cloud = darkroom.cloud();
  private final Streams streams = new Streams(darkroom);

  @BeforeAll
  static void start() {
    assumeTrue(Ffmpeg.encodes("libx264"), "no ffmpeg on this machine");
    running =
        Darkroom.start(
            Optional.empty(), "--parameter", "Stream=always", "--parameter", "StreamLadder=160");
  }

  @AfterAll
  static void stop() {
    if (running != null) {
      running.close();
    }
  }

  @Test
  void aVideoThatPlaysAsItIsGetsAStreamAndKeepsItsOwnFile() {
    byte[] video = Fixtures.PORTRAIT_VIDEO.bytes();
    var id = new MediaId(darkroom.api().upload("clip.mp4", "video/mp4", video));

    Manifest manifest = cloud.awaitManifest(id);

    assertThat(manifest.missing()).isEmpty();
    assertThat(Streams.names(manifest)).contains("stream", "stream-160");
    assertThat(manifest.renditions())
        .filteredOn(it -> it.name().equals("video"))
        .extracting(Rendition::key)
        .containsExactly(manifest.original().key());
    assertThat(streams.played(id)).singleElement().asString().startsWith("160,");
  }

  /** All are uploaded at once, so that their waits overlap. */
  @TestFactory
  Stream<DynamicTest> videosOfCamerasAndPhonesComeOutWhole() throws IOException {
    var uploaded = new TreeMap<Path, MediaId>();
    try (Stream<Path> files = Files.list(SAMPLES)) {
      files.forEach(file -> uploaded.put(file, streams.upload(file)));
    }
    return uploaded.entrySet().stream()
        .map(
            it ->
                dynamicTest(
                    String.valueOf(it.getKey().getFileName()),
                    () -> assertComesOutWhole(it.getKey(), it.getValue())));
  }

  private void assertComesOutWhole(Path file, MediaId id) throws IOException {
    Manifest manifest = cloud.awaitManifest(id);
    if (Ffmpeg.list(file, "v:0", "stream=index").isEmpty()) {
      assertThat(manifest.status()).isEqualTo(Status.FAILED);
      assertThat(Objects.requireNonNull(manifest.error()).code()).isEqualTo(ErrorCode.NO_PICTURE);
      return;
    }
    assertThat(manifest.status()).as("%s", manifest.error()).isEqualTo(Status.COMPLETED);
    assertThat(Streams.names(manifest)).contains("poster", "video", "stream");
    Presentation original = Presentation.of(file);
    String rung = Streams.onlyRung(manifest);
    Path video = streams.download(manifest, rung, Files.createTempDirectory(folder, "downloaded"));
    Presentation whole = Presentation.of(video);
    Presentation shown = file.endsWith(AMID_A_FRAME) ? whole.withoutFirst() : whole;
    shown.assertShowsAtTheTimesOf(original);
    assertThat(shown.similarity(original)).isGreaterThan(LIKE);
    assertThat(streams.played(id)).singleElement().asString().endsWith("," + whole.times().size());
    if (Ffmpeg.list(file, "a:0", "stream=sample_rate").stream().anyMatch(it -> !it.equals("0"))) {
      double seconds = Math.min(2, shown.times().getLast());
      assertThat(shown.soundDelay(original, 0, seconds)).as("sound").isBetween(-SYNC, SYNC);
    }
  }
}
