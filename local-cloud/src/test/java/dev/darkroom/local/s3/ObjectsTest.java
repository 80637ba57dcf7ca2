package dev.darkroom.local.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.throwable;

import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

class ObjectsTest {
  private static final String SHA256_OF_BYTES = "J3CJ2RwL308uaGK6fkoHYFEZQx9dE/cm3TUrBvGyBqk=";
  private static final int PART = 5 * 1024 * 1024;

  @TempDir static Path data;
  private static Cloud cloud;
  private static S3Client s3;

  private String bucket;

  @BeforeAll
  static void start() {
    cloud = Cloud.start(data);
    s3 = cloud.objects;
  }

  @BeforeEach
  void newBucket() {
    bucket = cloud.bucket();
  }

  @AfterAll
  static void stop() {
    cloud.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"plain.jpg", "a/Grüße aus Köln.jpg", "a/1+1=2 & more%20.jpg", "日本/写真.jpg"})
  void aKeyIsAnyText(String key) {
    put(key, "bytes");
    assertThat(read(key)).isEqualTo("bytes");
    assertThat(keys("")).containsExactly(key);
  }

  @Test
  void metadataComesBackAsGiven() {
    s3.putObject(
        request ->
            request
                .bucket(bucket)
                .key("photo")
                .contentType("image/jpeg")
                .cacheControl("public, max-age=31536000, immutable")
                .contentDisposition("inline; filename*=UTF-8''Gr%C3%BC%C3%9Fe.jpg")
                .metadata(Map.of("owner", "local")),
        RequestBody.fromString("bytes"));
    var head = s3.headObject(request -> request.bucket(bucket).key("photo"));
    assertThat(head.contentType()).isEqualTo("image/jpeg");
    assertThat(head.cacheControl()).isEqualTo("public, max-age=31536000, immutable");
    assertThat(head.contentDisposition()).isEqualTo("inline; filename*=UTF-8''Gr%C3%BC%C3%9Fe.jpg");
    assertThat(head.metadata()).containsEntry("owner", "local");
    assertThat(head.contentLength()).isEqualTo(5);
  }

  @Test
  void aChecksumIsKept() {
    s3.putObject(
        request -> request.bucket(bucket).key("photo").checksumSHA256(SHA256_OF_BYTES),
        RequestBody.fromString("bytes"));
    var head =
        s3.headObject(
            request -> request.bucket(bucket).key("photo").checksumMode(ChecksumMode.ENABLED));
    assertThat(head.checksumSHA256()).isEqualTo(SHA256_OF_BYTES);
  }

  @Test
  void aBodyThatIsNotWhatItsChecksumSaysIsRefused() {
    assertStatus(
        400,
        () ->
            s3.putObject(
                request -> request.bucket(bucket).key("photo").checksumSHA256(SHA256_OF_BYTES),
                RequestBody.fromString("other")));
    assertThat(keys("")).isEmpty();
  }

  @Test
  void aRangeIsReadAlone() {
    put("photo", "0123456789");
    var part =
        s3.getObjectAsBytes(request -> request.bucket(bucket).key("photo").range("bytes=2-4"));
    assertThat(part.asUtf8String()).isEqualTo("234");
    assertThat(part.response().contentRange()).isEqualTo("bytes 2-4/10");
    assertThat(
            s3.getObjectAsBytes(request -> request.bucket(bucket).key("photo").range("bytes=-3"))
                .asUtf8String())
        .isEqualTo("789");
  }

  @Test
  void aReadOfAnotherVersionThanExpectedFails() {
    var etag = put("photo", "old");
    assertThat(s3.headObject(request -> request.bucket(bucket).key("photo").ifMatch(etag)).eTag())
        .isEqualTo(etag);
    put("photo", "new");
    assertStatus(
        412,
        () -> s3.getObjectAsBytes(request -> request.bucket(bucket).key("photo").ifMatch(etag)));
    assertStatus(
        412, () -> s3.headObject(request -> request.bucket(bucket).key("photo").ifMatch(etag)));
  }

  @Test
  void multipartUploadsAndPartCopiesMakeOneObject() {
    put("source", "x".repeat(PART));
    var upload =
        s3.createMultipartUpload(
                request -> request.bucket(bucket).key("video").contentType("video/mp4"))
            .uploadId();
    var copied =
        s3.uploadPartCopy(
                request ->
                    request
                        .sourceBucket(bucket)
                        .sourceKey("source")
                        .destinationBucket(bucket)
                        .destinationKey("video")
                        .uploadId(upload)
                        .partNumber(1))
            .copyPartResult()
            .eTag();
    var sent =
        s3.uploadPart(
                request -> request.bucket(bucket).key("video").uploadId(upload).partNumber(2),
                RequestBody.fromString("tail"))
            .eTag();
    assertThat(keys("video")).isEmpty();
    var etag =
        s3.completeMultipartUpload(
                request ->
                    request
                        .bucket(bucket)
                        .key("video")
                        .uploadId(upload)
                        .multipartUpload(parts -> parts.parts(part(1, copied), part(2, sent))))
            .eTag();
    assertThat(etag).endsWith("-2\"");
    var head = s3.headObject(request -> request.bucket(bucket).key("video"));
    assertThat(head.contentLength()).isEqualTo(PART + 4);
    assertThat(head.contentType()).isEqualTo("video/mp4");
    assertThat(head.eTag()).isEqualTo(etag);
    assertThat(keys("")).containsExactly("source", "video");
  }

  @Test
  void partsAreJoinedByTheirNumbersWhicheverCameFirstAndWhicheverIsLeftOut() {
    var first = Map.of(2, "b".repeat(PART), 3, "c");
    var all = Map.of(2, "b".repeat(PART), 3, "c", 1, "a".repeat(PART));
    for (Map<Integer, String> parts : List.of(first, all)) {
      var upload =
          s3.createMultipartUpload(request -> request.bucket(bucket).key("joined")).uploadId();
      var sent = new TreeMap<Integer, CompletedPart>();
      for (int number : List.of(2, 3, 1)) {
        if (parts.containsKey(number)) {
          var etag =
              s3.uploadPart(
                      request ->
                          request.bucket(bucket).key("joined").uploadId(upload).partNumber(number),
                      RequestBody.fromString(parts.get(number)))
                  .eTag();
          sent.put(number, part(number, etag));
        }
      }
      s3.completeMultipartUpload(
          request ->
              request
                  .bucket(bucket)
                  .key("joined")
                  .uploadId(upload)
                  .multipartUpload(it -> it.parts(sent.values())));

      var joined =
          s3.getObjectAsBytes(request -> request.bucket(bucket).key("joined")).asUtf8String();
      assertThat(joined).isEqualTo(parts.getOrDefault(1, "") + parts.get(2) + parts.get(3));
    }
  }

  @Test
  void aCopyKeepsOrReplacesMetadata() {
    s3.putObject(
        request -> request.bucket(bucket).key("a").contentType("image/png"),
        RequestBody.fromString("bytes"));
    s3.copyObject(
        request ->
            request
                .sourceBucket(bucket)
                .sourceKey("a")
                .destinationBucket(bucket)
                .destinationKey("b"));
    assertThat(s3.headObject(request -> request.bucket(bucket).key("b")).contentType())
        .isEqualTo("image/png");
    assertThat(read("b")).isEqualTo("bytes");
  }

  @Test
  void listingsFoldPrefixesAndStartAfterAKey() {
    for (var key : List.of("o/1/a", "o/1/b", "o/2/a", "o/3/a", "o/last")) {
      put(key, "x");
    }
    var page =
        s3.listObjectsV2(
            request -> request.bucket(bucket).prefix("o/").delimiter("/").startAfter("o/1/"));
    assertThat(page.commonPrefixes())
        .extracting(CommonPrefix::prefix)
        .containsExactly("o/2/", "o/3/");
    assertThat(page.contents()).extracting(S3Object::key).containsExactly("o/last");
    var first =
        s3.listObjectsV2(request -> request.bucket(bucket).prefix("o/").delimiter("/").maxKeys(2));
    assertThat(first.commonPrefixes())
        .extracting(CommonPrefix::prefix)
        .containsExactly("o/1/", "o/2/");
    assertThat(
            s3.listObjectsV2(
                    request ->
                        request
                            .bucket(bucket)
                            .prefix("o/")
                            .delimiter("/")
                            .continuationToken(first.nextContinuationToken()))
                .commonPrefixes())
        .extracting(CommonPrefix::prefix)
        .containsExactly("o/3/");
  }

  @Test
  void deletedObjectsAreGone() {
    for (var key : List.of("a/1", "a/2 ü", "b")) {
      put(key, "x");
    }
    s3.deleteObjects(
        request ->
            request
                .bucket(bucket)
                .delete(
                    delete ->
                        delete.objects(
                            ObjectIdentifier.builder().key("a/1").build(),
                            ObjectIdentifier.builder().key("a/2 ü").build())));
    assertThat(keys("")).containsExactly("b");
    s3.deleteObject(request -> request.bucket(bucket).key("b"));
    assertThat(keys("")).isEmpty();
    assertStatus(404, () -> s3.headObject(request -> request.bucket(bucket).key("b")));
  }

  /** By hand, since HTTP clients do not let their users set the host. */
  @Test
  void aRequestForAForeignHostIsRefusedWhateverItsSignature() throws Exception {
    var endpoint = cloud.s3.endpoint();
    try (var socket = new Socket(endpoint.getHost(), endpoint.getPort())) {
      socket
          .getOutputStream()
          .write(
              "GET / HTTP/1.1\r\nHost: rebound.example.com\r\nConnection: close\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      assertThat(answer).startsWith("HTTP/1.1 403").contains("loopback names only");
    }
  }

  @Test
  void aWrongSecretIsRefused() {
    try (var stranger =
        S3Client.builder()
            .endpointOverride(cloud.s3.endpoint())
            .region(Region.US_EAST_1)
            .forcePathStyle(true)
            .httpClient(UrlConnectionHttpClient.create())
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("darkroom", "guess")))
            .build()) {
      assertStatus(403, () -> stranger.listObjectsV2(request -> request.bucket(bucket)));
      assertStatus(
          403,
          () -> stranger.getBucketNotificationConfiguration(request -> request.bucket(bucket)));
    }
  }

  private String put(String key, String body) {
    return s3.putObject(request -> request.bucket(bucket).key(key), RequestBody.fromString(body))
        .eTag();
  }

  private String read(String key) {
    return s3.getObjectAsBytes(request -> request.bucket(bucket).key(key)).asUtf8String();
  }

  private List<String> keys(String prefix) {
    return s3.listObjectsV2(request -> request.bucket(bucket).prefix(prefix)).contents().stream()
        .map(S3Object::key)
        .toList();
  }

  private static CompletedPart part(int number, String etag) {
    return CompletedPart.builder().partNumber(number).eTag(etag).build();
  }

  private static void assertStatus(int status, ThrowingCallable call) {
    assertThatThrownBy(call)
        .asInstanceOf(throwable(S3Exception.class))
        .extracting(S3Exception::statusCode)
        .isEqualTo(status);
  }
}
