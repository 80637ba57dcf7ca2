package dev.darkroom.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.Manifest.Status;
import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.MediaKind;
import dev.darkroom.contract.Rendition;
import dev.darkroom.fixtures.Fixtures;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;

@OnEachBackend
final class PhotoJourneyTest {
  private static final byte[] PHOTO = Fixtures.PHONE_PHOTO.bytes();

  private final Backend backend;
  private final Darkroom darkroom;
  private final Cloud cloud;

  PhotoJourneyTest(Backend backend) {
    this.backend = backend;
    this.darkroom = backend.darkroom();
    this.cloud = darkroom.cloud();
  }

  @Test
  void aPhotoComesOutAsRenditionsAndAManifestAndItsSubscribersAreToldOnce() throws IOException {
    var subscriber = new Subscriber(cloud, "{}");
    var id = new MediaId(darkroom.api().upload("Zürich +1.jpg", "image/jpeg", PHOTO));

    Manifest manifest = cloud.awaitManifest(id);

    assertThat(manifest.status()).isEqualTo(Status.COMPLETED);
    assertThat(manifest.renditions())
        .extracting(rendition -> rendition.name() + " " + rendition.contentType())
        .contains("thumb image/webp", "thumb image/jpeg");
    for (Rendition rendition : manifest.renditions()) {
      if (rendition.contentType().equals("image/webp")) {
        continue; // The JDK reads none.
      }
      var picture = ImageIO.read(new ByteArrayInputStream(cloud.bytes(rendition.key())));
      assertThat(picture.getWidth()).as(rendition.name()).isEqualTo(rendition.width());
      assertThat(picture.getHeight()).as(rendition.name()).isEqualTo(rendition.height());
    }
    var told = subscriber.awaitOne(id);
    assertThat(told.message().path("status").asText()).isEqualTo("completed");
    assertThat(told.attributes())
        .containsEntry("status", "completed")
        .containsEntry("kind", "image");
  }

  @Test
  void theApiShowsTheFinishedPhotoWithLinksThatWork() throws Exception {
    String id = darkroom.api().upload("photo.jpg", "image/jpeg", PHOTO);
    cloud.awaitManifest(new MediaId(id));

    var media = darkroom.api().get("/media/" + id).body();

    assertThat(media.path("status").asText()).isEqualTo("completed");
    assertThat(media.path("renditions")).isNotEmpty();
    for (var rendition : media.path("renditions")) {
      try (var body = URI.create(rendition.path("url").asText()).toURL().openStream()) {
        assertThat(body.readAllBytes()).hasSize(rendition.path("size").asInt());
      }
    }
    assertThat(darkroom.api().get("/media?limit=100").body().path("items"))
        .anyMatch(item -> item.path("id").asText().equals(id));
  }

  @Test
  void renditionsHoldNothingOfWhereAndWithWhatThePhotoWasTaken() {
    var id = new MediaId(darkroom.api().upload("photo.jpg", "image/jpeg", PHOTO));

    for (Rendition rendition : cloud.awaitManifest(id).renditions()) {
      assertThat(new String(cloud.bytes(rendition.key()), ISO_8859_1))
          .doesNotContain("Exif", "GPS", "http://ns.adobe.com");
    }
  }

  @Test
  void aFormUploadIsProcessedLikeAnyOther() {
    String boundary = "----darkroom";
    var body =
        BodyPublishers.concat(
            BodyPublishers.ofString(
                "--"
                    + boundary
                    + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"form.jpg\""
                    + "\r\nContent-Type: image/jpeg\r\n\r\n"),
            BodyPublishers.ofByteArray(PHOTO),
            BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"));

    var answer = darkroom.api().post("/media", "multipart/form-data; boundary=" + boundary, body);

    assertThat(answer.status()).as(answer.raw().body()).isEqualTo(202);
    var manifest = cloud.awaitManifest(new MediaId(answer.body().path("id").asText()));
    assertThat(manifest.status()).isEqualTo(Status.COMPLETED);
    assertThat(manifest.original().fileName()).isEqualTo("form.jpg");
  }

  @Test
  void aPresignedUploadGoesStraightIntoTheBucketOnce() {
    var ticket = darkroom.api().ticket("straight.jpg", "image/jpeg", PHOTO.length);
    var id = new MediaId(ticket.body().path("id").asText());
    assertThat(darkroom.api().get("/media/" + id).body().path("status").asText())
        .isEqualTo("awaiting-upload");

    assertThat(darkroom.api().put(ticket, PHOTO)).isEqualTo(200);
    assertThat(darkroom.api().put(ticket, PHOTO)).as("a second time").isEqualTo(412);

    assertThat(cloud.awaitManifest(id).status()).isEqualTo(Status.COMPLETED);
  }

  @Test
  void aPresignedUploadIsGoodForExactlyWhatWasSigned() {
    assumeTrue(backend != Backend.LOCALSTACK, "LocalStack does not check what was signed");
    var ticket = darkroom.api().ticket("straight.jpg", "image/jpeg", PHOTO.length);

    assertThat(darkroom.api().put(ticket, new byte[PHOTO.length + 1])).isEqualTo(403);
    for (String header : List.of("x-amz-acl", "x-amz-meta-file-name", "x-amz-tagging")) {
      assertThat(darkroom.api().put(ticket, PHOTO, Map.of(header, "public-read")))
          .as(header)
          .isEqualTo(403);
    }
  }

  @Test
  void aPhotoDroppedIntoTheBucketWithoutOwnerAndIdIsProcessed() {
    String key = "originals/image/holiday/drop me +ä.jpg";
    cloud.s3().putObject(r -> r.bucket(cloud.bucket()).key(key), RequestBody.fromBytes(PHOTO));

    Manifest manifest = cloud.awaitManifest(MediaId.derived(key));

    assertThat(manifest.status()).isEqualTo(Status.COMPLETED);
    assertThat(manifest.original().key()).isEqualTo(key);
    assertThat(manifest.original().fileName()).isEqualTo("drop me +ä.jpg");
  }

  @Test
  void aPresignedUploadIsRefusedOnceItWasDeleted() {
    var ticket = darkroom.api().ticket("straight.jpg", "image/jpeg", PHOTO.length);
    var id = new MediaId(ticket.body().path("id").asText());
    assertThat(darkroom.api().delete("/media/" + id).status()).isEqualTo(204);

    assertThat(darkroom.api().put(ticket, PHOTO)).isEqualTo(412);

    cloud.jobs(MediaKind.IMAGE).awaitIdle();
    assertThat(darkroom.api().get("/media/" + id).status()).isEqualTo(404);
    assertThat(cloud.store().keys("processed/local/" + id + "/")).isEmpty();
  }

  @Test
  void aDeletedPhotoLeavesNothingBehind() {
    var id = new MediaId(darkroom.api().upload("photo.jpg", "image/jpeg", PHOTO));
    Manifest manifest = cloud.awaitManifest(id);

    assertThat(darkroom.api().delete("/media/" + id).status()).isEqualTo(204);

    assertThat(cloud.store().keys("processed/local/" + id + "/")).isEmpty();
    assertThat(cloud.store().head(manifest.original().key())).isEmpty();
    assertThat(darkroom.api().get("/media/" + id).status()).isEqualTo(404);
  }

  @Test
  void aPhotoDeletedWhileItIsProcessedLeavesNothingBehind() {
    var id = new MediaId(darkroom.api().upload("photo.jpg", "image/jpeg", PHOTO));
    darkroom.api().delete("/media/" + id);

    await()
        .during(Duration.ofSeconds(3))
        .atMost(Cloud.PATIENCE)
        .untilAsserted(() -> assertThat(leftovers(id)).isEmpty());
  }

  private List<String> leftovers(MediaId id) {
    return cloud.store().keys("processed/local/" + id + "/");
  }

  @Test
  void theLocalCloudSendsAMail() {
    assumeTrue(backend == Backend.EMBEDDED, "only the local cloud keeps its mails in a folder");
    String name = "mail-" + System.nanoTime() + ".jpg";
    darkroom.api().upload(name, "image/jpeg", PHOTO);

    await()
        .atMost(Cloud.PATIENCE)
        .until(() -> darkroom.mails().stream().anyMatch(m -> m.contains(name)));
  }
}
