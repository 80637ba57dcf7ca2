package dev.darkroom.upload.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.contract.FileName;
import dev.darkroom.upload.config.UploadLimits;
import dev.darkroom.upload.link.Presigner.SignedPut;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

class PresignerTest {
  private static final FileName NAME = new FileName("Am Meer.jpg");
  private static final String SHA256 = "A".repeat(43) + "=";

  @Test
  void aPutIsSignedForExactlyOneFile() {
    SignedPut put = local().put("originals/image/local/x/a.jpg", NAME, "image/jpeg", 7, SHA256);

    assertThat(signedHeaders(put.url()))
        .containsExactlyInAnyOrder(
            "host",
            "content-length",
            "content-type",
            "if-none-match",
            "x-amz-checksum-sha256",
            "x-amz-meta-file-name");
    assertThat(put.headers())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "content-type", "image/jpeg",
                "if-none-match", "*",
                "x-amz-checksum-sha256", SHA256,
                "x-amz-meta-file-name", "Am%20Meer.jpg"));
  }

  @Test
  void aPutWithoutAChecksumIsNotBoundToOne() {
    SignedPut put = local().put("a.jpg", NAME, "image/jpeg", 7, null);

    assertThat(put.url()).doesNotContainIgnoringCase("checksum");
    assertThat(put.headers()).doesNotContainKey("x-amz-checksum-sha256");
  }

  @Test
  void linksEndWhenTheirTimeIsOver() {
    SignedPut put = local().put("a.jpg", NAME, "image/jpeg", 7, null);

    assertThat(query(put.url())).containsEntry("X-Amz-Expires", "900");
    assertThat(put.expiresAt()).isBetween(Instant.now(), Instant.now().plusSeconds(901));
    assertThat(query(local().view("a.jpg", "image/jpeg"))).containsEntry("X-Amz-Expires", "3600");
  }

  @Test
  void linksLeadToWhereClientsReachTheBucket() {
    assertThat(local().view("a/b c.jpg", "image/jpeg"))
        .startsWith("http://127.0.0.1:9000/media/a/b%20c.jpg?");
    assertThat(local().origin()).isEqualTo("http://127.0.0.1:9000");

    Presigner aws = presigner(builder -> builder);
    assertThat(aws.view("a.jpg", "image/jpeg"))
        .startsWith("https://media.s3.eu-central-1.amazonaws.com/a.jpg?");
    assertThat(aws.origin()).isEqualTo("https://media.s3.eu-central-1.amazonaws.com");
  }

  @Test
  void aDownloadIsSavedUnderTheNameAPersonGave() {
    String link = local().download("a.jpg", new FileName("Möwe (1).jpg"), "image/jpeg");

    assertThat(query(link))
        .containsEntry(
            "response-content-disposition",
            "attachment; filename=\"Mowe-1-.jpg\"; filename*=UTF-8''M%C3%B6we%20%281%29.jpg");
  }

  @Test
  void linksServeTheTypeThatWasDetectedAndNotTheOneThatTheUploaderDeclared() {
    assertThat(query(local().view("a.mp4", "video/mp4")))
        .containsEntry("response-content-type", "video/mp4")
        .doesNotContainKey("response-content-disposition");
    assertThat(query(local().download("a.mp4", NAME, "video/mp4")))
        .containsEntry("response-content-type", "video/mp4");
  }

  @Test
  void aDownloadWithoutADetectedTypeIsServedAsMereBytes() {
    assertThat(query(local().download("a.svg", NAME, null)))
        .containsEntry("response-content-type", "application/octet-stream")
        .hasEntrySatisfying(
            "response-content-disposition",
            disposition -> assertThat(disposition).startsWith("attachment"));
  }

  private static Presigner local() {
    return presigner(builder -> builder.endpointOverride(URI.create("http://127.0.0.1:9000")));
  }

  private static Presigner presigner(UnaryOperator<S3Presigner.Builder> place) {
    S3Presigner.Builder builder =
        S3Presigner.builder()
            .region(Region.EU_CENTRAL_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")));
    var limits = new UploadLimits(1000, 10, Duration.ofMinutes(15), Duration.ofHours(1));
    return new Presigner(place.apply(builder).build(), "media", limits);
  }

  private static List<String> signedHeaders(String url) {
    return List.of(query(url).getOrDefault("X-Amz-SignedHeaders", "").split(";"));
  }

  private static Map<String, String> query(String url) {
    return Arrays.stream(URI.create(url).getRawQuery().split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
  }
}
