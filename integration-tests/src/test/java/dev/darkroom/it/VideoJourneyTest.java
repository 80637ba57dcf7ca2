package dev.darkroom.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.Manifest.Status;
import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.MediaKind;
import dev.darkroom.contract.Rendition;
import dev.darkroom.fixtures.Fixtures;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

@OnEachBackend
final class VideoJourneyTest {
  private static final byte[] VIDEO = Fixtures.PORTRAIT_VIDEO.bytes();

  private final Darkroom darkroom;
  private final Cloud cloud;

  VideoJourneyTest(Backend backend) {
    this.darkroom = backend.darkroom();
    this.cloud = darkroom.cloud();
  }

  @Test
  void aVideoComesOutWithAPosterItsFactsAndANotification() {
    var subscriber = new Subscriber(cloud, "{\"kind\":[\"video\"]}");
    var id = new MediaId(darkroom.api().upload("clip.mp4", "video/mp4", VIDEO));

    Manifest manifest = cloud.awaitManifest(id);

    assertThat(manifest.status()).isEqualTo(Status.COMPLETED);
    assertThat(manifest.kind()).isEqualTo(MediaKind.VIDEO);
    assertThat(manifest.renditions())
        .extracting(Rendition::name)
        .contains("poster", "thumb", "storyboard", "video");
    assertThat(manifest.placeholder()).isNotNull();
    assertThat(manifest.media()).isNotNull();
    assertThat(subscriber.awaitOne(id).attributes()).containsEntry("kind", "video");
  }

  /** An index-first original is its own web-ready video, and S3 keeps the type it came with. */
  @Test
  void linksServeTheDetectedTypeWhateverTheUploaderDeclared() throws Exception {
    String id = darkroom.api().uploadPresigned("clip.svg", "image/svg+xml", VIDEO);
    cloud.awaitManifest(new MediaId(id));

    JsonNode media = darkroom.api().get("/media/" + id).body();

    assertThat(media.path("renditions"))
        .anyMatch(rendition -> rendition.path("key").equals(media.at("/original/key")));
    for (JsonNode rendition : media.path("renditions")) {
      assertThat(headers(rendition.path("url").asText()).firstValue("content-type"))
          .hasValue(rendition.path("contentType").asText());
    }
    HttpHeaders original = headers(media.at("/original/url").asText());
    assertThat(original.firstValue("content-type")).hasValue("video/quicktime");
    assertThat(original.firstValue("content-disposition").orElse("")).startsWith("attachment");
  }

  private static HttpHeaders headers(String url) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest get = HttpRequest.newBuilder(URI.create(url)).build();
      return http.send(get, BodyHandlers.discarding()).headers();
    }
  }

  /** S3 copies most of the video by itself, part by part. */
  @Test
  void aVideoWithItsIndexLastIsServedWithItFirst() {
    byte[] original = withLargeLastSample(12 << 20);
    var id = new MediaId(darkroom.api().uploadPresigned("long.mp4", "video/mp4", original));

    Manifest manifest = cloud.awaitManifest(id);

    Rendition video =
        manifest.renditions().stream()
            .filter(rendition -> rendition.name().equals("video"))
            .findFirst()
            .orElseThrow();
    byte[] copy = cloud.bytes(video.key());
    byte[] samples =
        Arrays.copyOfRange(original, indexOf(original, "mdat") + 4, indexOf(original, "moov") - 4);
    assertThat(indexOf(copy, "moov")).isLessThan(indexOf(copy, "mdat"));
    assertThat(Arrays.copyOfRange(copy, copy.length - samples.length, copy.length))
        .isEqualTo(samples);
    assertThat(video.size()).isEqualTo(copy.length);
  }

  /** Returns a video whose index comes last and whose last sample has so many bytes more. */
  private static byte[] withLargeLastSample(int more) {
    byte[] video = Fixtures.LANDSCAPE_VIDEO.bytes();
    ByteBuffer boxes = ByteBuffer.wrap(video);
    int index = indexOf(video, "moov") - 4;
    int mediaData = indexOf(video, "mdat") - 4;
    boxes.putInt(mediaData, boxes.getInt(mediaData) + more);
    int size = lastSampleSize(video);
    boxes.putInt(size, boxes.getInt(size) + more);
    return ByteBuffer.allocate(video.length + more)
        .put(video, 0, index)
        .position(index + more)
        .put(video, index, video.length - index)
        .array();
  }

  /** Returns the offset of the last entry of the {@code stsz} whose track has the last chunk. */
  private static int lastSampleSize(byte[] video) {
    ByteBuffer boxes = ByteBuffer.wrap(video);
    int size = 0;
    int lastChunk = 0;
    int stsz = indexOf(video, "stsz", 0);
    while (stsz >= 0) {
      int stco = indexOf(video, "stco", stsz);
      int chunk = boxes.getInt(stco - 4 + boxes.getInt(stco - 4) - 4);
      if (chunk > lastChunk) {
        lastChunk = chunk;
        size = stsz - 4 + boxes.getInt(stsz - 4) - 4;
      }
      stsz = indexOf(video, "stsz", stco);
    }
    return size;
  }

  private static int indexOf(byte[] bytes, String type) {
    return indexOf(bytes, type, 0);
  }

  private static int indexOf(byte[] bytes, String type, int from) {
    return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(type, from);
  }

  @Test
  void aVideoSignedInAsAPictureIsHandedToTheVideoWorker() {
    var id = new MediaId(darkroom.api().uploadPresigned("clip.jpg", "image/jpeg", VIDEO));

    Manifest manifest = cloud.awaitManifest(id);

    assertThat(manifest.kind()).isEqualTo(MediaKind.VIDEO);
    assertThat(manifest.status()).isEqualTo(Status.COMPLETED);
    assertThat(manifest.original().key()).startsWith("originals/image/");
  }

  @Test
  void aPictureSignedInAsAVideoIsHandedToTheImageWorker() {
    byte[] photo = Fixtures.PHONE_PHOTO.bytes();
    var id = new MediaId(darkroom.api().uploadPresigned("photo.mp4", "video/mp4", photo));

    assertThat(cloud.awaitManifest(id).kind()).isEqualTo(MediaKind.IMAGE);
  }
}
