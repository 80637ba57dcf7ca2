package dev.darkroom.local.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files go out as announced, and each is told how it went. */
final class UploadTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir Path folder;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @Test
  void aPictureArrivesUnchangedAndItsOutputsArePrinted() throws Exception {
    var photo = file("photo.JPG", "the bytes of a photo");
    URI base;
    try (var api = new FakeApi()) {
      base = api.uri();
      assertThat(upload(api, PATIENCE, photo)).isTrue();

      assertThat(api.stored).containsOnlyKeys("photo.JPG");
      assertThat(api.stored.get("photo.JPG")).asString(UTF_8).isEqualTo("the bytes of a photo");
    }
    assertThat(text().lines())
        .containsExactly(
            photo + ": completed",
            "  small            512x384    35 kB  http://s3/small",
            "  storyboard                   1 kB  http://s3/storyboard",
            "  stream           512x384     1 kB  " + base.resolve("/media/1/s.m3u8"));
  }

  @Test
  void whatFailedIsToldWithItsCodeAndTheOthersGoOn() throws Exception {
    var photo = file("photo.jpg", "fine");
    var broken = file("broken.jpg", "damaged");
    var song = file("song.mp3", "no picture");
    try (var api = new FakeApi()) {
      assertThat(upload(api, PATIENCE, song, broken, photo)).isFalse();
    }
    assertThat(text())
        .contains(photo + ": completed")
        .contains(broken + ": failed, corrupt-file\n  The file is damaged.")
        .contains(song + ": failed, unsupported-format\n  This is no picture.");
  }

  @Test
  void anApiThatIsBusyForAMomentIsAskedAgain() throws Exception {
    var photo = file("busy.jpg", "fine");
    try (var api = new FakeApi()) {
      assertThat(upload(api, PATIENCE, photo)).isTrue();
    }
    assertThat(text()).contains(photo + ": completed");
  }

  @Test
  void nobodyAnsweringIsAFailureToo() throws Exception {
    URI nobody;
    try (var api = new FakeApi()) {
      nobody = api.uri();
    }
    try (var media = new MediaApi(nobody)) {
      assertThat(new UploadRun(media, progress(), PATIENCE).upload(List.of(file("a.jpg", "a"))))
          .isFalse();
    }
    assertThat(text()).contains("a.jpg: failed, not-sent");
  }

  @Test
  void waitingForAResultHasAnEnd() throws Exception {
    try (var api = new FakeApi()) {
      assertThat(upload(api, Duration.ZERO, file("photo.jpg", "fine"))).isFalse();
    }
    assertThat(text()).contains("failed, still-waiting");
  }

  @Test
  void foldersAreSearchedForAllButHiddenFiles() throws IOException {
    Files.createDirectories(folder.resolve("trip/.thumbnails"));
    file("trip/.thumbnails/a.jpg", "hidden");
    file("trip/.DS_Store", "hidden");
    var one = file("trip/a.jpg", "a");
    Files.createDirectories(folder.resolve("trip/day 2"));
    var two = file("trip/day 2/b.jpg", "b");
    var alone = file("c.mp4", "c");

    assertThat(Upload.files(List.of(folder.resolve("trip"), alone)))
        .containsExactly(one, two, alone);
  }

  @Test
  void aFileThatIsNotThereIsWrongUsage() {
    var errors = new StringWriter();
    var line = Upload.commandLine().setErr(new PrintWriter(errors));

    assertThat(line.execute("--api", "http://127.0.0.1:1", folder.resolve("no.jpg").toString()))
        .isEqualTo(2);
    assertThat(errors.toString()).contains("there is no " + folder.resolve("no.jpg"));
    assertThat(line.execute("--api", "http://127.0.0.1:1")).isEqualTo(2);
    assertThat(errors.toString()).contains("Missing required parameter: 'FILE|DIR'");
  }

  private boolean upload(FakeApi api, Duration patience, Path... files) throws Exception {
    try (var media = new MediaApi(api.uri())) {
      return new UploadRun(media, progress(), patience).upload(List.of(files));
    }
  }

  private Progress progress() {
    return new Progress(new PrintStream(printed, true, UTF_8), false);
  }

  private String text() {
    return printed.toString(UTF_8);
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }
}
