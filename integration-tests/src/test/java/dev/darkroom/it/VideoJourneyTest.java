package dev.darkroom.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.Manifest.Status;
import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.MediaKind;
import dev.darkroom.contract.Rendition;
import dev.darkroom.fixtures.Fixtures;
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
    assertThat(manifest.renditions()).extracting(Rendition::name).contains("poster");
    assertThat(manifest.media()).isNotNull();
    assertThat(subscriber.awaitOne(id).attributes()).containsEntry("kind", "video");
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
