package dev.darkroom.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.Owner;
import dev.darkroom.contract.ProcessedKey;
import dev.darkroom.contract.Rendition;
import dev.darkroom.contract.WorkKey;
import dev.darkroom.fixtures.Ffmpeg;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks at the streams that a Darkroom makes. */
record Streams(Darkroom darkroom, Cloud cloud) {
  static final String WORKER = "StreamWorker";
  static final String PLAYLIST = "application/vnd.apple.mpegurl";

  Streams(Darkroom darkroom) {
    this(darkroom, darkroom.cloud());
  }

  /** Uploads a video and returns its id. */
  MediaId upload(Path video) {
    String type = "video/" + ending(video);
    return new MediaId(
        darkroom
            .api()
            .uploadPresigned(String.valueOf(video.getFileName()), type, Clip.bytes(video)));
  }

  private static String ending(Path video) {
    String name = String.valueOf(video.getFileName());
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** Downloads a rendition of type {@code video/mp4}. */
  Path download(Manifest manifest, String name, Path folder) {
    try {
      return Files.write(
          folder.resolve(name + ".mp4"), cloud.bytes(rendition(manifest, name, "video/mp4").key()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Rendition rendition(Manifest manifest, String name, String type) {
    return manifest.renditions().stream()
        .filter(it -> it.name().equals(name) && it.contentType().equals(type))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + name + ", missing is " + manifest.missing()));
  }

  static Set<String> names(Manifest manifest) {
    return manifest.renditions().stream().map(Rendition::name).collect(Collectors.toSet());
  }

  /**
   * Reads the stream through its playlists, as players do.
   *
   * @return width, height and number of frames of each size, each once
   */
  List<String> played(MediaId id) {
    String master = "";
    for (JsonNode rendition : darkroom.api().get("/media/" + id).body().path("renditions")) {
      if (rendition.path("name").asText().equals("stream")) {
        master = darkroom.api().base().resolve(rendition.path("url").asText()).toString();
      }
    }
    return Ffmpeg.text(
            "ffprobe",
            "-v error -count_packets -select_streams v"
                + " -show_entries stream=width,height,nb_read_packets -of csv=p=0",
            master)
        .lines()
        .filter(line -> !line.isEmpty())
        .distinct()
        .toList();
  }

  /** Returns the name of the stream's only size. */
  static String onlyRung(Manifest manifest) {
    return names(manifest).stream()
        .filter(name -> name.startsWith("stream-"))
        .reduce(
            (one, other) -> {
              throw new AssertionError(one + " and " + other);
            })
        .orElseThrow();
  }

  /** Waits until the video is planned, and its parts are coded. */
  List<String> awaitWork(MediaId id) {
    return await("the work on the stream of " + id)
        .atMost(Cloud.PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> work(id), work -> work.stream().anyMatch(it -> it.endsWith(WorkKey.PLAN)));
  }

  /** Returns the keys of the unfinished work on an upload. */
  List<String> work(MediaId id) {
    return cloud.store().keys(WorkKey.prefix(Owner.LOCAL, id));
  }

  /** Waits until the API shows the upload as processed but for its stream. */
  JsonNode awaitProcessing(MediaId id) {
    return await(id + " to be processing")
        .atMost(Cloud.PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .until(
            () -> darkroom.api().get("/media/" + id).body(),
            media -> media.path("status").asText().equals("processing"));
  }

  /** Checks that of an upload nothing is left but what its manifest names. */
  void assertNothingElse(MediaId id) {
    cloud.tasks().awaitIdle();
    String folder = ProcessedKey.prefix(Owner.LOCAL, id);
    assertThat(cloud.store().keys(folder))
        .filteredOn(key -> key.contains("/unfinished/") || !key.endsWith(".json"))
        .containsExactlyInAnyOrderElementsOf(
            cloud.awaitManifest(id).renditions().stream()
                .map(Rendition::key)
                .filter(key -> key.startsWith(folder))
                .distinct()
                .toList());
  }
}
