package dev.darkroom.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each upload reaches one queue, and only the bucket may send there. */
final class BucketEventsTest {
  private final Stack stack = DarkroomTemplate.stack();

  @Test
  void noKeyCanMatchTwoRulesOfOneEvent() {
    var rules = stack.buckets().stream().flatMap(it -> it.notifications().stream()).toList();
    assertThat(rules).hasSize(3);
    for (var one : rules) {
      for (var other : rules.subList(rules.indexOf(one) + 1, rules.size())) {
        assertThat(overlap(one, other)).as("%s and %s", one, other).isFalse();
      }
    }
  }

  /** A key that starts with both prefixes and ends with both suffixes can always be made. */
  private static boolean overlap(BucketNotification one, BucketNotification other) {
    return one.event().equals(other.event())
        && (one.prefix().startsWith(other.prefix()) || other.prefix().startsWith(one.prefix()))
        && (one.suffix().endsWith(other.suffix()) || other.suffix().endsWith(one.suffix()));
  }

  @Test
  void originalsGoToTheQueueOfTheirKindAndManifestsToTheNotifier() {
    assertThat(stack.buckets().getFirst().notifications())
        .containsExactly(
            new BucketNotification("s3:ObjectCreated:*", "ImageJobs", "originals/image/", ""),
            new BucketNotification("s3:ObjectCreated:*", "VideoJobs", "originals/video/", ""),
            new BucketNotification(
                "s3:ObjectCreated:*", "Completions", "processed/", "/manifest.json"));
  }

  @Test
  void everyQueueThatHearsTheBucketAcceptsIt() {
    assertThat(stack.queuePolicies())
        .flatExtracting(QueuePolicy::queues)
        .containsExactlyInAnyOrderElementsOf(
            stack.buckets().getFirst().notifications().stream()
                .map(BucketNotification::queue)
                .toList());
  }

  /** Without the account, a deleted bucket's name in another account could send. */
  @Test
  void onlyThisBucketOfThisAccountMaySend() {
    assertThat(stack.queuePolicies())
        .singleElement()
        .extracting(policy -> DarkroomTemplate.plain(policy.document()))
        .extracting(document -> DarkroomTemplate.at(document, "Statement"))
        .isEqualTo(
            List.of(
                Map.of(
                    "Effect", "Allow",
                    "Principal", Map.of("Service", "s3.amazonaws.com"),
                    "Action", "sqs:SendMessage",
                    "Resource",
                        List.of("${ImageJobs.Arn}", "${VideoJobs.Arn}", "${Completions.Arn}"),
                    "Condition",
                        Map.of(
                            "StringEquals", Map.of("aws:SourceAccount", "123456789012"),
                            "ArnEquals",
                                Map.of(
                                    "aws:SourceArn",
                                    "arn:aws:s3:::darkroom-media-123456789012-eu-central-1")))));
  }
}
