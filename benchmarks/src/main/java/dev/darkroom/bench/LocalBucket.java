package dev.darkroom.bench;

import java.net.URI;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Opens the S3 of a Darkroom that {@code ./darkroom up} runs. */
public final class LocalBucket {
  private LocalBucket() {}

  /**
   * Returns a client.
   *
   * @param variables by their names, as {@code ./darkroom env} prints them
   */
  public static S3Client open(UnaryOperator<String> variables) {
    return S3Client.builder()
        .endpointOverride(URI.create(variables.apply("AWS_ENDPOINT_URL_S3")))
        .region(Region.of(variables.apply("AWS_REGION")))
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(
                    variables.apply("AWS_ACCESS_KEY_ID"),
                    variables.apply("AWS_SECRET_ACCESS_KEY"))))
        .forcePathStyle(true)
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }
}
