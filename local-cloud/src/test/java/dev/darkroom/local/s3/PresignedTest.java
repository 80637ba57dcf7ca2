package dev.darkroom.local.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.BucketCannedACL;
import software.amazon.awssdk.services.s3.model.Event;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.presigner.model.PresignedPutObjectRequest;

class PresignedTest {
  private static final String PAGE = "http://localhost:5173";

  @TempDir static Path data;
  private static Cloud cloud;
  private static HttpClient http;

  private String bucket;

  @BeforeAll
  static void start() {
    cloud = Cloud.start(data);
    http = HttpClient.newHttpClient();
  }

  @BeforeEach
  void newBucket() {
    bucket = cloud.bucket();
  }

  @AfterAll
  static void stop() {
    http.close();
    cloud.close();
  }

  @Test
  void anUploadAsSignedIsTakenAndToldOf() throws Exception {
    var queue = cloud.notified(bucket, "in/", "", Event.S3_OBJECT_CREATED);
    var put = presigned(request -> request.contentLength(5L).contentType("image/jpeg"));
    assertThat(send(put, "bytes", Map.of()).statusCode()).isEqualTo(200);
    var head = cloud.objects.headObject(request -> request.bucket(bucket).key("in/ü 1+.jpg"));
    assertThat(head.contentType()).isEqualTo("image/jpeg");
    assertThat(cloud.records(queue, 1).getFirst().at("/s3/object/key").asText())
        .isEqualTo("in/%C3%BC+1%2B.jpg");
  }

  @Test
  void anotherLengthThanSignedIsRefused() throws Exception {
    var put = presigned(request -> request.contentLength(5L));
    assertThat(send(put, "more bytes", Map.of()).statusCode()).isEqualTo(403);
  }

  @Test
  void anotherTypeThanSignedIsRefused() throws Exception {
    var put = presigned(request -> request.contentType("image/jpeg"));
    assertThat(send(put, "bytes", Map.of("content-type", "text/html")).statusCode()).isEqualTo(403);
  }

  @Test
  void aBodyThatIsNotWhatTheSignedChecksumSaysIsRefused() throws Exception {
    var checksum =
        Base64.getEncoder()
            .encodeToString(
                MessageDigest.getInstance("SHA-256")
                    .digest("bytes".getBytes(StandardCharsets.UTF_8)));
    var put = presigned(request -> request.checksumSHA256(checksum));
    assertThat(send(put, "other", Map.of()).statusCode()).isEqualTo(400);
    assertThat(send(put, "bytes", Map.of()).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "x-amz-acl, public-read",
    "X-Amz-Acl, public-read",
    "x-amz-grant-read, uri=http://acs.amazonaws.com/groups/global/AllUsers",
    "x-amz-meta-file-name, other.jpg",
    "x-amz-meta-new, anything",
    "x-amz-storage-class, GLACIER",
    "x-amz-tagging, a=b",
    "x-amz-website-redirect-location, https://example.com/",
    "x-amz-object-lock-mode, COMPLIANCE",
    "x-amz-server-side-encryption, aws:kms",
    "x-amz-server-side-encryption-customer-algorithm, AES256",
    "x-amz-copy-source, /bucket/secret",
    "x-amz-checksum-sha256, AAAA",
    "x-amz-anything, 1",
  })
  void nothingUnsignedRidesOnAnUpload(String header, String value) throws Exception {
    var put = presigned(request -> request.contentLength(5L).contentType("image/jpeg"));

    var answer = send(put, "bytes", Map.of(header, value));

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body())
        .contains("<Code>AccessDenied</Code>", "headers present in the request which were not")
        .contains("<HeadersNotSigned>" + header.toLowerCase(Locale.ROOT) + "</HeadersNotSigned>");
    assertThat(cloud.objects.listObjectsV2(request -> request.bucket(bucket)).contents()).isEmpty();
    assertThat(send(put, "bytes", Map.of()).statusCode()).isEqualTo(200);
  }

  @Test
  void whatIsSignedRidesOnAnUpload() throws Exception {
    var put = presigned(request -> request.metadata(Map.of("file-name", "a.jpg")).tagging("a=b"));

    assertThat(send(put, "bytes", Map.of()).statusCode()).isEqualTo(200);
    assertThat(send(put, "bytes", Map.of("x-amz-meta-file-name", "b.jpg")).statusCode())
        .isEqualTo(403);
    var head = cloud.objects.headObject(request -> request.bucket(bucket).key("in/ü 1+.jpg"));
    assertThat(head.metadata()).containsEntry("file-name", "a.jpg");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "DELETE"})
  void nothingUnsignedRidesOnOtherRequests(String method) throws Exception {
    cloud.objects.putObject(
        request -> request.bucket(bucket).key("photo"), RequestBody.fromString("bytes"));
    var five = Duration.ofMinutes(5);
    var url =
        method.equals("GET")
            ? cloud
                .presigner
                .presignGetObject(
                    presign ->
                        presign
                            .signatureDuration(five)
                            .getObjectRequest(get -> get.bucket(bucket).key("photo")))
                .url()
            : cloud
                .presigner
                .presignDeleteObject(
                    presign ->
                        presign
                            .signatureDuration(five)
                            .deleteObjectRequest(delete -> delete.bucket(bucket).key("photo")))
                .url();
    var request = HttpRequest.newBuilder(url.toURI()).method(method, BodyPublishers.noBody());

    var refused =
        http.send(
            request.copy().header("x-amz-bypass-governance-retention", "true").build(),
            BodyHandlers.ofString());
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(http.send(request.build(), BodyHandlers.discarding()).statusCode())
        .isBetween(200, 204);
  }

  @Test
  void anAclMakesNothingPublic() throws Exception {
    cloud.objects.putObject(
        request -> request.bucket(bucket).key("photo").acl(ObjectCannedACL.PUBLIC_READ),
        RequestBody.fromString("bytes"));
    cloud.objects.putBucketAcl(
        request -> request.bucket(bucket).acl(BucketCannedACL.PUBLIC_READ_WRITE));
    var url = cloud.objects.utilities().getUrl(get -> get.bucket(bucket).key("photo")).toURI();
    var anybody = HttpRequest.newBuilder(url);

    for (var request :
        List.of(
            anybody.copy().GET().build(),
            anybody.copy().HEAD().build(),
            anybody.copy().PUT(BodyPublishers.ofString("other")).build(),
            anybody.copy().DELETE().build(),
            anybody.copy().uri(url.resolve("/" + bucket)).GET().build())) {
      assertThat(http.send(request, BodyHandlers.discarding()).statusCode())
          .as(request.method())
          .isEqualTo(403);
    }
    assertThat(
            cloud.objects.getObjectAsBytes(get -> get.bucket(bucket).key("photo")).asUtf8String())
        .isEqualTo("bytes");
  }

  @Test
  void anUploadThatMayOnlyCreateIsTakenOnce() throws Exception {
    var put = presigned(request -> request.ifNoneMatch("*"));
    assertThat(send(put, "first", Map.of()).statusCode()).isEqualTo(200);
    assertThat(send(put, "second", Map.of()).statusCode()).isEqualTo(412);
  }

  @Test
  void aDownloadNamesTheFileAsSigned() throws Exception {
    cloud.objects.putObject(
        request -> request.bucket(bucket).key("photo"), RequestBody.fromString("bytes"));
    var get =
        cloud.presigner.presignGetObject(
            presign ->
                presign
                    .signatureDuration(Duration.ofMinutes(5))
                    .getObjectRequest(
                        request ->
                            request
                                .bucket(bucket)
                                .key("photo")
                                .responseContentDisposition("attachment; filename=\"a.jpg\"")));
    var answer =
        http.send(HttpRequest.newBuilder(get.url().toURI()).build(), BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("bytes");
    assertThat(answer.headers().firstValue("content-disposition"))
        .hasValue("attachment; filename=\"a.jpg\"");
  }

  @Test
  void aPageOfThisMachineMayUploadAndReadTheEtag() throws Exception {
    var put = presigned(request -> request.contentType("image/jpeg"));
    var preflight = preflight(put, PAGE);
    assertThat(preflight.statusCode()).isEqualTo(200);
    assertThat(preflight.headers().firstValue("access-control-allow-origin")).hasValue(PAGE);
    assertThat(preflight.headers().firstValue("access-control-allow-methods"))
        .hasValueSatisfying(methods -> assertThat(methods).contains("PUT"));
    var answer = send(put, "bytes", Map.of("origin", PAGE));
    assertThat(answer.headers().firstValue("access-control-allow-origin")).hasValue(PAGE);
    assertThat(answer.headers().firstValue("access-control-expose-headers"))
        .hasValueSatisfying(exposed -> assertThat(exposed).contains("ETag"));
  }

  @Test
  void aPageFromElsewhereMayNot() throws Exception {
    var put = presigned(request -> request.contentType("image/jpeg"));
    var preflight = preflight(put, "https://example.com");
    assertThat(preflight.statusCode()).isEqualTo(403);
    assertThat(preflight.headers().firstValue("access-control-allow-origin")).isEmpty();
  }

  private PresignedPutObjectRequest presigned(Consumer<PutObjectRequest.Builder> details) {
    return cloud.presigner.presignPutObject(
        presign ->
            presign
                .signatureDuration(Duration.ofMinutes(5))
                .putObjectRequest(
                    request -> {
                      request.bucket(bucket).key("in/ü 1+.jpg");
                      details.accept(request);
                    }));
  }

  private static HttpResponse<String> send(
      PresignedPutObjectRequest put, String body, Map<String, String> headers)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(put.url().toString())).PUT(BodyPublishers.ofString(body));
    put.signedHeaders().entrySet().stream()
        .filter(header -> !List.of("host", "content-length").contains(header.getKey()))
        .forEach(header -> request.setHeader(header.getKey(), header.getValue().getFirst()));
    headers.forEach(request::setHeader);
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private static HttpResponse<String> preflight(PresignedPutObjectRequest put, String origin)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create(put.url().toString()))
            .method("OPTIONS", BodyPublishers.noBody())
            .header("Origin", origin)
            .header("Access-Control-Request-Method", "PUT")
            .header("Access-Control-Request-Headers", "content-type")
            .build(),
        BodyHandlers.ofString());
  }
}
