package dev.darkroom.local.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.local.ChildJvm;
import dev.darkroom.local.Clients;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeUploadTest {
  private static final long SIZE = 300L * 1024 * 1024;

  /** More than twice the child's heap, and past the 128 MiB that S3Proxy reads into memory. */
  @Test
  void aPresignedUploadDoesNotPassThroughMemory(@TempDir Path data) throws Exception {
    try (var child = ChildJvm.run(ServeS3.class, data.toString(), "http://127.0.0.1:1")) {
      var endpoint = URI.create(child.line());
      try (var s3 = Clients.s3(endpoint);
          var presigner = Clients.presigner(endpoint);
          var http = HttpClient.newHttpClient()) {
        s3.createBucket(request -> request.bucket("bucket"));
        var put =
            presigner.presignPutObject(
                presign ->
                    presign
                        .signatureDuration(Duration.ofMinutes(5))
                        .putObjectRequest(
                            request -> request.bucket("bucket").key("video").contentLength(SIZE)));
        var answer =
            http.send(
                HttpRequest.newBuilder(put.url().toURI())
                    .PUT(
                        BodyPublishers.fromPublisher(
                            BodyPublishers.ofInputStream(Zeros::new), SIZE))
                    .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(s3.headObject(request -> request.bucket("bucket").key("video")).contentLength())
            .isEqualTo(SIZE);
      }
    }
  }

  private static final class Zeros extends InputStream {
    private long left = SIZE;

    @Override
    public int read() {
      return left-- > 0 ? 0 : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
      if (left == 0) {
        return -1;
      }
      int read = (int) Math.min(left, length);
      left -= read;
      return read;
    }
  }
}
