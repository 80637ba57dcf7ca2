package dev.darkroom.bench.video;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** A bucket of the benchmark's own on the local S3; puts there start no function. */
final class BenchBucket implements AutoCloseable {
  static final String NAME = "bench";
  static final String KEY = "originals/video/local/7zzzzzzzzz0123456789abcdef/video.mp4";
  private static final Duration LINK_LIFE = Duration.ofHours(1);

  private final URI endpoint = URI.create(System.getenv("AWS_ENDPOINT_URL_S3"));
  private final Region region = Region.of(System.getenv("AWS_REGION"));
  private final StaticCredentialsProvider credentials =
      StaticCredentialsProvider.create(
          AwsBasicCredentials.create(
              System.getenv("AWS_ACCESS_KEY_ID"), System.getenv("AWS_SECRET_ACCESS_KEY")));
  private final S3Client s3 =
      S3Client.builder()
          .endpointOverride(endpoint)
          .region(region)
          .credentialsProvider(credentials)
          .forcePathStyle(true)
          .httpClient(UrlConnectionHttpClient.create())
          .build();

  S3Client s3() {
    return s3;
  }

  void upload(Path video) {
    s3.createBucket(r -> r.bucket(NAME));
    s3.putObject(r -> r.bucket(NAME).key(KEY), video);
  }

  /** Returns a presigned URL that is valid for as long as the benchmark runs. */
  String link() {
    try (S3Presigner presigner =
        S3Presigner.builder()
            .endpointOverride(endpoint)
            .region(region)
            .credentialsProvider(credentials)
            .serviceConfiguration(S3Configuration.builder().pathStyleAccessEnabled(true).build())
            .build()) {
      return presigner
          .presignGetObject(
              r -> r.signatureDuration(LINK_LIFE).getObjectRequest(g -> g.bucket(NAME).key(KEY)))
          .url()
          .toString();
    }
  }

  @Override
  public void close() {
    s3.close();
  }
}
