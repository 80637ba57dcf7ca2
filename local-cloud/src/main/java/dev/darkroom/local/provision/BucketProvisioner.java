package dev.darkroom.local.provision;

import dev.darkroom.infra.Bucket;
import dev.darkroom.infra.CorsRule;
import java.util.List;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.s3.model.CORSRule;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Creates buckets, closed to the public, and connects them to their queues. */
final class BucketProvisioner {
  private static final int NOT_IMPLEMENTED = 501;

  private final S3Client s3;

  BucketProvisioner(S3Client s3) {
    this.s3 = s3;
  }

  void create(Bucket bucket, ProvisionedStack stack) {
    try {
      s3.createBucket(request -> request.bucket(bucket.name()));
    } catch (BucketAlreadyOwnedByYouException fromAnEarlierRun) {
      // It is the bucket that is wanted.
    }
    whereSupported(() -> blockPublicAccess(bucket));
    if (!bucket.cors().isEmpty()) {
      whereSupported(() -> allowOrigins(bucket));
    }
    var wanted = BucketEvents.configuration(bucket.notifications(), stack);
    // S3 sends a test event to every queue when it is set, which would wake every function.
    var present = s3.getBucketNotificationConfiguration(request -> request.bucket(bucket.name()));
    if (!BucketEvents.same(wanted.queueConfigurations(), present.queueConfigurations())) {
      s3.putBucketNotificationConfiguration(
          request -> request.bucket(bucket.name()).notificationConfiguration(wanted));
    }
  }

  private void blockPublicAccess(Bucket bucket) {
    s3.putPublicAccessBlock(
        request ->
            request
                .bucket(bucket.name())
                .publicAccessBlockConfiguration(
                    block ->
                        block
                            .blockPublicAcls(true)
                            .blockPublicPolicy(true)
                            .ignorePublicAcls(true)
                            .restrictPublicBuckets(true)));
  }

  private void allowOrigins(Bucket bucket) {
    List<CORSRule> rules = bucket.cors().stream().map(BucketProvisioner::rule).toList();
    s3.putBucketCors(
        request ->
            request
                .bucket(bucket.name())
                .corsConfiguration(configuration -> configuration.corsRules(rules)));
  }

  private static CORSRule rule(CorsRule rule) {
    return CORSRule.builder()
        .allowedOrigins(rule.origins())
        .allowedMethods(rule.methods())
        .allowedHeaders(rule.headers())
        .exposeHeaders(rule.exposedHeaders())
        .maxAgeSeconds((int) rule.maxAge().toSeconds())
        .build();
  }

  /** Makes a call that an emulator may not implement: it then has nothing that needs guarding. */
  private static void whereSupported(Runnable call) {
    try {
      call.run();
    } catch (S3Exception refused) {
      if (refused.statusCode() != NOT_IMPLEMENTED) {
        throw refused;
      }
    }
  }
}
