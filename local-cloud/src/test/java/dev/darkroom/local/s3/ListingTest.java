package dev.darkroom.local.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.S3Object;

class ListingTest {
  /** Several times what the HTTP client collects before it sends. */
  private static final int HALF = 256 * 1024;

  @TempDir Path data;

  @Test
  void anUploadIsListedWhenItIsFinished() throws Exception {
    try (var cloud = Cloud.start(data);
        var http = HttpClient.newHttpClient()) {
      var bucket = cloud.bucket();
      var answer = uploadInHalves(cloud, bucket, http);
      assertThat(answer.join().statusCode()).isEqualTo(200);
      assertThat(keys(cloud, bucket)).containsExactly("a/photo");
      assertThat(prefixes(cloud, bucket)).containsExactly("a/");
    }
  }

  @Test
  void aKeyThatLooksUnfinishedIsListed() {
    try (var cloud = Cloud.start(data)) {
      var bucket = cloud.bucket();
      var key = "photo-0b0e1a52-3f5e-4d8b-9d3c-5a1f2c3d4e5f";
      cloud.objects.putObject(
          request -> request.bucket(bucket).key(key), RequestBody.fromString("bytes"));
      assertThat(keys(cloud, bucket)).containsExactly(key);
    }
  }

  private CompletableFuture<HttpResponse<Void>> uploadInHalves(
      Cloud cloud, String bucket, HttpClient http) throws Exception {
    var put =
        cloud.presigner.presignPutObject(
            presign ->
                presign
                    .signatureDuration(Duration.ofMinutes(5))
                    .putObjectRequest(request -> request.bucket(bucket).key("a/photo")));
    try (var body = new PipedOutputStream()) {
      var source = new PipedInputStream(body);
      var answer =
          http.sendAsync(
              HttpRequest.newBuilder(put.url().toURI())
                  .PUT(
                      BodyPublishers.fromPublisher(
                          BodyPublishers.ofInputStream(() -> source), 2 * HALF))
                  .build(),
              BodyHandlers.discarding());
      body.write(new byte[HALF]);
      body.flush();
      await().until(() -> files(data.resolve("s3/objects").resolve(bucket)) == 1);
      assertThat(keys(cloud, bucket)).isEmpty();
      assertThat(prefixes(cloud, bucket)).isEmpty();
      body.write(new byte[HALF]);
      return answer;
    }
  }

  private static long files(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).count();
    }
  }

  private static List<String> keys(Cloud cloud, String bucket) {
    return cloud.objects.listObjectsV2(request -> request.bucket(bucket)).contents().stream()
        .map(S3Object::key)
        .toList();
  }

  private static List<String> prefixes(Cloud cloud, String bucket) {
    return cloud
        .objects
        .listObjectsV2(request -> request.bucket(bucket).delimiter("/"))
        .commonPrefixes()
        .stream()
        .map(prefix -> prefix.prefix())
        .toList();
  }
}
