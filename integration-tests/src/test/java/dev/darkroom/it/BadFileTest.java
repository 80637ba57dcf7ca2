package dev.darkroom.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.Manifest.Status;
import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.MediaKind;
import dev.darkroom.contract.Rejection;
import dev.darkroom.fixtures.Fixtures;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * Files that can never succeed are refused at the first try, with a reason, and are not retried.
 */
@OnEachBackend
final class BadFileTest {
  private final Darkroom darkroom;
  private final Cloud cloud;

  BadFileTest(Backend backend) {
    this.darkroom = backend.darkroom();
    this.cloud = darkroom.cloud();
  }

  @Test
  void aDamagedPictureFailsAsCorruptAndSaysSo() {
    byte[] head = Arrays.copyOf(Fixtures.PHONE_PHOTO.bytes(), 600);
    var subscriber = new Subscriber(cloud, "{\"code\":[\"corrupt-file\"]}");

    MediaId id = presigned("broken.jpg", "image/jpeg", head);

    assertFailsAtOnce(id, MediaKind.IMAGE, ErrorCode.CORRUPT_FILE);
    assertThat(subscriber.awaitOne(id).attributes()).containsEntry("status", "failed");
  }

  @Test
  void aTextSignedInAsAPictureFailsAsUnsupported() {
    MediaId id = presigned("notes.jpg", "image/jpeg", "these are only words".getBytes(UTF_8));

    assertFailsAtOnce(id, MediaKind.IMAGE, ErrorCode.UNSUPPORTED_FORMAT);
  }

  @Test
  void aDamagedVideoFailsAsCorrupt() {
    MediaId id = presigned("broken.mp4", "video/mp4", Fixtures.NO_INDEX_VIDEO.bytes());

    assertFailsAtOnce(id, MediaKind.VIDEO, ErrorCode.CORRUPT_FILE);
  }

  @Test
  void anUnknownBodyIsRefusedBeforeItIsStored() {
    var answer = darkroom.api().post("/media", "image/jpeg", BodyPublishers.ofString("only words"));

    assertThat(answer.status()).isEqualTo(415);
    assertThat(answer.body().path("code").asText()).isEqualTo("unsupported-format");
  }

  private MediaId presigned(String name, String contentType, byte[] bytes) {
    return new MediaId(darkroom.api().uploadPresigned(name, contentType, bytes));
  }

  private void assertFailsAtOnce(MediaId id, MediaKind kind, ErrorCode code) {
    Manifest manifest = cloud.awaitManifest(id);
    assertThat(manifest.status()).isEqualTo(Status.FAILED);
    Rejection error = Objects.requireNonNull(manifest.error());
    assertThat(error.code()).isEqualTo(code);
    assertThat(error.message()).isNotBlank();
    assertThat(manifest.processing().attempt()).isEqualTo(1);
    assertThat(manifest.renditions()).isEmpty();
    cloud.jobs(kind).awaitIdle();
  }
}
