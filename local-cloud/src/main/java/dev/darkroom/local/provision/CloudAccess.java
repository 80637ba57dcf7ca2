package dev.darkroom.local.provision;

import java.net.URI;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Endpoints of S3, SQS and SNS, with the region and the credentials to call them. */
public record CloudAccess(
    URI s3, URI sqs, URI sns, String region, String accessKey, String secretKey) {

  /** Access to an emulator that serves everything at one address. */
  public static CloudAccess emulator(URI endpoint) {
    return new CloudAccess(endpoint, endpoint, endpoint, "us-east-1", "test", "test");
  }

  /** Environment variables that every SDK and the AWS CLI read. */
  public Map<String, String> environment() {
    return Map.of(
        "AWS_ENDPOINT_URL_S3", s3.toString(),
        "AWS_ENDPOINT_URL_SQS", sqs.toString(),
        "AWS_ENDPOINT_URL_SNS", sns.toString(),
        "AWS_REGION", region,
        "AWS_DEFAULT_REGION", region,
        "AWS_ACCESS_KEY_ID", accessKey,
        "AWS_SECRET_ACCESS_KEY", secretKey);
  }

  public S3Client s3Client() {
    // Emulators have no subdomain for each bucket.
    return client(S3Client.builder().forcePathStyle(true), s3).build();
  }

  public SqsClient sqsClient() {
    return client(SqsClient.builder(), sqs).build();
  }

  public SnsClient snsClient() {
    return client(SnsClient.builder(), sns).build();
  }

  private <B extends AwsClientBuilder<B, ?>> B client(B builder, URI endpoint) {
    return builder
        .endpointOverride(endpoint)
        .region(Region.of(region))
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secretKey)));
  }
}
