package dev.darkroom.infra;

import static dev.darkroom.infra.DarkroomTemplate.at;
import static dev.darkroom.infra.DarkroomTemplate.listAt;
import static dev.darkroom.infra.DarkroomTemplate.plain;
import static dev.darkroom.infra.DarkroomTemplate.resources;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** People's photos are private: at rest, on the way, and to everyone without a signed link. */
final class BucketProtectionTest {
  private final Object bucket = plain(resources(ResourceType.BUCKET).getFirst().properties());

  @Test
  void nothingInItCanBeMadePublic() {
    assertThat(at(bucket, "PublicAccessBlockConfiguration"))
        .isEqualTo(
            Map.of(
                "BlockPublicAcls", "true",
                "BlockPublicPolicy", "true",
                "IgnorePublicAcls", "true",
                "RestrictPublicBuckets", "true"));
    assertThat(at(bucket, "OwnershipControls", "Rules"))
        .isEqualTo(List.of(Map.of("ObjectOwnership", "BucketOwnerEnforced")));
  }

  @Test
  void itIsEncrypted() {
    assertThat(listAt(bucket, "BucketEncryption", "ServerSideEncryptionConfiguration"))
        .singleElement()
        .extracting(rule -> at(rule, "ServerSideEncryptionByDefault", "SSEAlgorithm"))
        .isEqualTo("AES256");
  }

  @Test
  void itAnswersEncryptedConnectionsOnly() {
    assertThat(resources("AWS::S3::BucketPolicy"))
        .singleElement()
        .extracting(policy -> at(plain(policy.properties()), "PolicyDocument", "Statement"))
        .isEqualTo(
            List.of(
                Map.of(
                    "Sid", "OnlyEncryptedConnections",
                    "Effect", "Deny",
                    "Principal", "*",
                    "Action", "s3:*",
                    "Resource",
                        List.of("arn:aws:s3:::${MediaBucket}", "arn:aws:s3:::${MediaBucket}/*"),
                    "Condition", Map.of("Bool", Map.of("aws:SecureTransport", "false")))));
  }

  @Test
  void queuesAndTopicsAreEncryptedToo() {
    assertThat(resources(ResourceType.QUEUE))
        .isNotEmpty()
        .allSatisfy(
            queue ->
                assertThat(at(plain(queue.properties()), "SqsManagedSseEnabled"))
                    .isEqualTo("true"));
    assertThat(resources(ResourceType.TOPIC))
        .extracting(topic -> at(plain(topic.properties()), "KmsMasterKeyId"))
        .containsExactly("alias/aws/sns", "${AlarmKey}");
  }

  @Test
  void abandonedUploadsDoNotPileUp() {
    assertThat(listAt(bucket, "LifecycleConfiguration", "Rules"))
        .filteredOn(rule -> "abandoned-multipart-uploads".equals(at(rule, "Id")))
        .singleElement()
        .extracting(rule -> at(rule, "AbortIncompleteMultipartUpload", "DaysAfterInitiation"))
        .isEqualTo("2");
  }

  @Test
  void nothingButTicketsAndEmptyOriginalsExpires() {
    assertThat(listAt(bucket, "LifecycleConfiguration", "Rules"))
        .filteredOn(rule -> ((Map<?, ?>) rule).containsKey("ExpirationInDays"))
        .satisfiesExactlyInAnyOrder(
            tickets -> {
              assertThat(at(tickets, "Prefix")).isEqualTo("tickets/");
              assertThat(at(tickets, "ExpirationInDays")).isEqualTo("8");
            },
            tombstones -> {
              assertThat(at(tombstones, "Prefix")).isEqualTo("originals/");
              assertThat(at(tombstones, "ObjectSizeLessThan")).isEqualTo("1");
              assertThat(at(tombstones, "ExpirationInDays")).isEqualTo("8");
            });
  }

  /** Without the last rule the markers of deletions would stay for good, and listings slow down. */
  @Test
  void whatIsDeletedOrReplacedIsForgottenAfterSomeDaysWhateverItsKey() {
    assertThat(at(bucket, "VersioningConfiguration", "Status")).isEqualTo("Enabled");
    assertThat(rule("deleted-and-replaced"))
        .isEqualTo(
            Map.of(
                "Id", "deleted-and-replaced",
                "Status", "Enabled",
                "NoncurrentVersionExpiration", Map.of("NoncurrentDays", "3"),
                "ExpiredObjectDeleteMarker", "true"));
  }

  @Test
  void originalsMoveToCheaperClassesThatAreAsFastToRead() {
    assertThat(rule("seldom-read-originals"))
        .isEqualTo(
            Map.of(
                "Id", "seldom-read-originals",
                "Status", "Enabled",
                "Prefix", "originals/",
                "Transitions",
                    List.of(
                        Map.of("StorageClass", "INTELLIGENT_TIERING", "TransitionInDays", "0"))));
  }

  @Test
  void accessIsLoggedOnRequestToABucketThatIsAsPrivate() {
    assertThat(resources(ResourceType.BUCKET)).hasSize(1);
    var buckets =
        resources(ResourceType.BUCKET, Map.of("BucketAccessLogs", "true")).stream()
            .map(it -> plain(it.properties()))
            .toList();
    assertThat(at(buckets.getFirst(), "LoggingConfiguration", "DestinationBucketName"))
        .isEqualTo("${AccessLogBucket}");
    assertThat(buckets)
        .hasSize(2)
        .allSatisfy(
            it -> {
              assertThat(at(it, "PublicAccessBlockConfiguration"))
                  .isEqualTo(at(bucket, "PublicAccessBlockConfiguration"));
              assertThat(at(it, "BucketEncryption")).isEqualTo(at(bucket, "BucketEncryption"));
              assertThat(at(it, "OwnershipControls")).isEqualTo(at(bucket, "OwnershipControls"));
            });
  }

  private Object rule(String id) {
    return listAt(bucket, "LifecycleConfiguration", "Rules").stream()
        .filter(rule -> id.equals(at(rule, "Id")))
        .findFirst()
        .orElseThrow();
  }
}
