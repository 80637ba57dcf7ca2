package dev.darkroom.infra;

import static dev.darkroom.infra.DarkroomTemplate.at;
import static dev.darkroom.infra.DarkroomTemplate.listAt;
import static dev.darkroom.infra.DarkroomTemplate.plain;
import static dev.darkroom.infra.DarkroomTemplate.resources;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A function may do what its stage does, and nothing else. */
final class RightsTest {
  private static final String BUCKET = "arn:aws:s3:::${MediaBucket}";

  @Test
  void theApiWritesOriginalsAndTicketsServesAndDeletesAndSendsJobsAgain() {
    assertThat(rights("UploadApi"))
        .containsExactlyInAnyOrder(
            "s3:PutObject " + BUCKET + "/originals/*",
            "s3:GetObject " + BUCKET + "/originals/*",
            "s3:DeleteObject " + BUCKET + "/originals/*",
            "s3:PutObject " + BUCKET + "/tickets/*",
            "s3:GetObject " + BUCKET + "/tickets/*",
            "s3:DeleteObject " + BUCKET + "/tickets/*",
            "s3:GetObject " + BUCKET + "/processed/*",
            "s3:DeleteObject " + BUCKET + "/processed/*",
            "s3:ListBucket " + BUCKET,
            "sqs:SendMessage ${ImageJobs.Arn}",
            "sqs:SendMessage ${VideoJobs.Arn}");
  }

  @Test
  void theImageWorkerReadsOriginalsWritesOutputsAndSendsJobs() {
    assertThat(rights("ImageWorker"))
        .containsExactlyInAnyOrder(
            "s3:GetObject " + BUCKET + "/originals/*",
            "s3:GetObject " + BUCKET + "/processed/*",
            "s3:PutObject " + BUCKET + "/processed/*",
            "s3:DeleteObject " + BUCKET + "/processed/*",
            "s3:ListBucket " + BUCKET,
            "sqs:SendMessage ${ImageJobs.Arn}",
            "sqs:SendMessage ${VideoJobs.Arn}",
            "sqs:GetQueueUrl ${ImageJobs.Arn}",
            "sqs:ChangeMessageVisibility ${ImageJobs.Arn}");
  }

  @Test
  void theVideoWorkerReadsOriginalsWritesOutputsAndSendsJobs() {
    assertThat(rights("VideoWorker"))
        .containsExactlyInAnyOrder(
            "s3:GetObject " + BUCKET + "/originals/*",
            "s3:GetObject " + BUCKET + "/processed/*",
            "s3:PutObject " + BUCKET + "/processed/*",
            "s3:DeleteObject " + BUCKET + "/processed/*",
            "s3:AbortMultipartUpload " + BUCKET + "/processed/*",
            "s3:ListBucket " + BUCKET,
            "sqs:SendMessage ${ImageJobs.Arn}",
            "sqs:SendMessage ${VideoJobs.Arn}",
            "sqs:SendMessage ${StreamJobs.Arn}",
            "sqs:GetQueueUrl ${VideoJobs.Arn}",
            "sqs:ChangeMessageVisibility ${VideoJobs.Arn}");
  }

  @Test
  void theStreamWorkerReadsOriginalsWritesOutputsAndSendsTasks() {
    assertThat(rights("StreamWorker"))
        .containsExactlyInAnyOrder(
            "s3:GetObject " + BUCKET + "/originals/*",
            "s3:GetObject " + BUCKET + "/processed/*",
            "s3:PutObject " + BUCKET + "/processed/*",
            "s3:DeleteObject " + BUCKET + "/processed/*",
            "s3:AbortMultipartUpload " + BUCKET + "/processed/*",
            "s3:ListBucket " + BUCKET,
            "sqs:SendMessage ${StreamJobs.Arn}",
            "sqs:SendMessage ${VideoJobs.Arn}",
            "sqs:GetQueueUrl ${StreamJobs.Arn}",
            "sqs:ChangeMessageVisibility ${StreamJobs.Arn}");
  }

  @Test
  void theNotifierReadsManifestsWritesThoseOfGivenUpJobsAndAnnounces() {
    assertThat(rights("Notifier"))
        .containsExactlyInAnyOrder(
            "s3:GetObject " + BUCKET + "/originals/*",
            "s3:GetObject " + BUCKET + "/processed/*",
            "s3:PutObject " + BUCKET + "/processed/*",
            "s3:DeleteObject " + BUCKET + "/processed/*",
            "s3:ListBucket " + BUCKET,
            "sns:GetTopicAttributes ${MediaCompletions}",
            "sns:Publish ${MediaCompletions}",
            "sqs:GetQueueUrl ${Completions.Arn}",
            "sqs:ChangeMessageVisibility ${Completions.Arn}",
            "sqs:GetQueueUrl ${DeadLetters.Arn}",
            "sqs:ChangeMessageVisibility ${DeadLetters.Arn}");
  }

  @Test
  void noFunctionHasAWholeServiceOrEveryResource() {
    assertThat(resources("AWS::Serverless::Function"))
        .hasSize(5)
        .flatExtracting(function -> rights(function.logicalName()))
        .noneMatch(right -> right.contains(":* ") || right.endsWith(" *"));
  }

  /** Each right as {@code action resource}. */
  private static List<String> rights(String function) {
    var properties =
        resources("AWS::Serverless::Function").stream()
            .filter(resource -> resource.logicalName().equals(function))
            .map(resource -> plain(resource.properties()))
            .findFirst()
            .orElseThrow();
    return listAt(properties, "Policies").stream()
        .flatMap(policy -> listAt(policy, "Statement").stream())
        .flatMap(RightsTest::rightsOf)
        .toList();
  }

  private static java.util.stream.Stream<String> rightsOf(Object statement) {
    assertThat(at(statement, "Effect")).isEqualTo("Allow");
    return listAt(statement, "Action").stream()
        .flatMap(
            action ->
                listAt(statement, "Resource").stream().map(resource -> action + " " + resource));
  }
}
