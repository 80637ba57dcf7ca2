package dev.darkroom.operate.place;

import java.util.Map;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Makes the clients of AWS's services. Credentials, region and endpoints are those that the AWS CLI
 * would take: environment, profiles, sign-in (AWS SDKs and Tools Reference Guide).
 */
final class Clients {
  private Clients() {}

  static S3Client s3(Map<String, String> environment) {
    // Emulators have no subdomain for each bucket.
    boolean emulated =
        environment.containsKey("AWS_ENDPOINT_URL_S3")
            || environment.containsKey("AWS_ENDPOINT_URL");
    return S3Client.builder()
        .forcePathStyle(emulated)
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }

  static SqsClient sqs() {
    return SqsClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()).build();
  }

  /** Waits for an answer as long as a function may run, and never invokes it a second time. */
  static LambdaClient lambda() {
    return LambdaClient.builder()
        .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(HostedFunctions.LIMIT))
        .overrideConfiguration(c -> c.retryStrategy(r -> r.maxAttempts(1)))
        .build();
  }

  static CloudWatchClient cloudWatch() {
    return CloudWatchClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()).build();
  }

  static CloudFormationClient cloudFormation() {
    return CloudFormationClient.builder()
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }
}
