package dev.darkroom.infra;

import static dev.darkroom.infra.DarkroomTemplate.at;
import static dev.darkroom.infra.DarkroomTemplate.listAt;
import static dev.darkroom.infra.DarkroomTemplate.plain;
import static dev.darkroom.infra.DarkroomTemplate.resources;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A function may do what its stage does, and nothing else. */
final class RightsTest {
  private static final String BUCKET = "arn:aws:s3:::${MediaBucket}";

  @Test
  void theApiWritesOriginalsAndTicketsServesAndDeletesAndSendsJobsAgain() {
    assertThat(rights("UploadApi"))
        .containsExactlyInAnyOrder(
            "logs:CreateLogStream ${UploadApiLogs.Arn}",
            "logs:PutLogEvents ${UploadApiLogs.Arn}",
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
            "logs:CreateLogStream ${ImageWorkerLogs.Arn}",
            "logs:PutLogEvents ${ImageWorkerLogs.Arn}",
            "s3:GetObject " + BUCKET + "/originals/*",
            "s3:GetObject " + BUCKET + "/processed/*",
            "s3:PutObject " + BUCKET + "/processed/*",
            "s3:DeleteObject " + BUCKET + "/processed/*",
            "s3:ListBucket " + BUCKET,
            "sqs:SendMessage ${ImageJobs.Arn}",
            "sqs:SendMessage ${VideoJobs.Arn}",
            "sqs:ReceiveMessage ${ImageJobs.Arn}",
            "sqs:DeleteMessage ${ImageJobs.Arn}",
            "sqs:GetQueueAttributes ${ImageJobs.Arn}",
            "sqs:GetQueueUrl ${ImageJobs.Arn}",
            "sqs:ChangeMessageVisibility ${ImageJobs.Arn}");
  }

  @Test
  void theVideoWorkerReadsOriginalsWritesOutputsAndSendsJobs() {
    assertThat(rights("VideoWorker"))
        .containsExactlyInAnyOrder(
            "logs:CreateLogStream ${VideoWorkerLogs.Arn}",
            "logs:PutLogEvents ${VideoWorkerLogs.Arn}",
            "s3:GetObject " + BUCKET + "/originals/*",
            "s3:GetObject " + BUCKET + "/processed/*",
            "s3:PutObject " + BUCKET + "/processed/*",
            "s3:DeleteObject " + BUCKET + "/processed/*",
            "s3:AbortMultipartUpload " + BUCKET + "/processed/*",
            "s3:ListBucket " + BUCKET,
            "sqs:SendMessage ${ImageJobs.Arn}",
            "sqs:SendMessage ${VideoJobs.Arn}",
            "sqs:SendMessage ${StreamJobs.Arn}",
            "sqs:ReceiveMessage ${VideoJobs.Arn}",
            "sqs:DeleteMessage ${VideoJobs.Arn}",
            "sqs:GetQueueAttributes ${VideoJobs.Arn}",
            "sqs:GetQueueUrl ${VideoJobs.Arn}",
            "sqs:ChangeMessageVisibility ${VideoJobs.Arn}");
  }

  @Test
  void theStreamWorkerReadsOriginalsWritesOutputsAndSendsTasks() {
    assertThat(rights("StreamWorker"))
        .containsExactlyInAnyOrder(
            "logs:CreateLogStream ${StreamWorkerLogs.Arn}",
            "logs:PutLogEvents ${StreamWorkerLogs.Arn}",
            "s3:GetObject " + BUCKET + "/originals/*",
            "s3:GetObject " + BUCKET + "/processed/*",
            "s3:PutObject " + BUCKET + "/processed/*",
            "s3:DeleteObject " + BUCKET + "/processed/*",
            "s3:AbortMultipartUpload " + BUCKET + "/processed/*",
            "s3:ListBucket " + BUCKET,
            "sqs:SendMessage ${StreamJobs.Arn}",
            "sqs:SendMessage ${VideoJobs.Arn}",
            "sqs:ReceiveMessage ${StreamJobs.Arn}",
            "sqs:DeleteMessage ${StreamJobs.Arn}",
            "sqs:GetQueueAttributes ${StreamJobs.Arn}",
            "sqs:GetQueueUrl ${StreamJobs.Arn}",
            "sqs:ChangeMessageVisibility ${StreamJobs.Arn}");
  }

  @Test
  void theNotifierReadsManifestsWritesThoseOfGivenUpJobsAndAnnounces() {
    assertThat(rights("Notifier"))
        .containsExactlyInAnyOrder(
            "logs:CreateLogStream ${NotifierLogs.Arn}",
            "logs:PutLogEvents ${NotifierLogs.Arn}",
            "s3:GetObject " + BUCKET + "/originals/*",
            "s3:GetObject " + BUCKET + "/processed/*",
            "s3:PutObject " + BUCKET + "/processed/*",
            "s3:DeleteObject " + BUCKET + "/processed/*",
            "s3:ListBucket " + BUCKET,
            "sns:GetTopicAttributes ${MediaCompletions}",
            "sns:Publish ${MediaCompletions}",
            "sqs:ReceiveMessage ${Completions.Arn}",
            "sqs:DeleteMessage ${Completions.Arn}",
            "sqs:GetQueueAttributes ${Completions.Arn}",
            "sqs:GetQueueUrl ${Completions.Arn}",
            "sqs:ChangeMessageVisibility ${Completions.Arn}",
            "sqs:ReceiveMessage ${DeadLetters.Arn}",
            "sqs:DeleteMessage ${DeadLetters.Arn}",
            "sqs:GetQueueAttributes ${DeadLetters.Arn}",
            "sqs:GetQueueUrl ${DeadLetters.Arn}",
            "sqs:ChangeMessageVisibility ${DeadLetters.Arn}");
  }

  @Test
  void theReconcilerReadsTheBucketDeletesOutputsAndSendsMessages() {
    assertThat(rights("Reconciler"))
        .containsExactlyInAnyOrder(
            "logs:CreateLogStream ${ReconcilerLogs.Arn}",
            "logs:PutLogEvents ${ReconcilerLogs.Arn}",
            "s3:GetObject " + BUCKET + "/originals/*",
            "s3:GetObject " + BUCKET + "/processed/*",
            "s3:DeleteObject " + BUCKET + "/processed/*",
            "s3:GetObject " + BUCKET + "/reconcile/*",
            "s3:PutObject " + BUCKET + "/reconcile/*",
            "s3:DeleteObject " + BUCKET + "/reconcile/*",
            "s3:ListBucket " + BUCKET,
            "sqs:SendMessage ${ImageJobs.Arn}",
            "sqs:SendMessage ${VideoJobs.Arn}",
            "sqs:SendMessage ${StreamJobs.Arn}",
            "sqs:SendMessage ${Completions.Arn}");
  }

  @Test
  void noFunctionHasAWholeServiceOrEveryResource() {
    assertThat(resources(ResourceType.FUNCTION))
        .isNotEmpty()
        .flatExtracting(function -> rights(function.logicalName()))
        .noneMatch(right -> right.contains(":* ") || right.endsWith(" *"));
  }

  /** SAM gives managed policies to a function that names no role; they hold for every resource. */
  @Test
  void everyFunctionHasARoleOfItsOwnWithoutManagedPolicies() {
    assertThat(resources(ResourceType.FUNCTION))
        .isNotEmpty()
        .allSatisfy(
            function ->
                assertThat(at(plain(function.properties()), "Role"))
                    .isEqualTo("${" + function.logicalName() + "Role.Arn}"));
    assertThat(resources("AWS::IAM::Role"))
        .extracting(role -> (Object) ((Map<?, ?>) plain(role.properties())).keySet())
        .containsOnly(Set.of("AssumeRolePolicyDocument", "Policies"));
  }

  @Test
  void onlyLambdaTakesTheRoleOfAFunction() {
    assertThat(resources(ResourceType.FUNCTION))
        .extracting(function -> role(function.logicalName()))
        .flatExtracting(role -> listAt(role, "AssumeRolePolicyDocument", "Statement"))
        .allSatisfy(
            trust ->
                assertThat(trust)
                    .isEqualTo(
                        Map.of(
                            "Effect", "Allow",
                            "Principal", Map.of("Service", "lambda.amazonaws.com"),
                            "Action", "sts:AssumeRole")));
  }

  /** Each right as {@code action resource}. */
  private static List<String> rights(String function) {
    return listAt(role(function), "Policies").stream()
        .flatMap(policy -> listAt(policy, "PolicyDocument", "Statement").stream())
        .flatMap(RightsTest::rightsOf)
        .toList();
  }

  private static Object role(String function) {
    return resources("AWS::IAM::Role").stream()
        .filter(resource -> resource.logicalName().equals(function + "Role"))
        .map(resource -> plain(resource.properties()))
        .findFirst()
        .orElseThrow();
  }

  private static Stream<String> rightsOf(Object statement) {
    assertThat(at(statement, "Effect")).isEqualTo("Allow");
    return listAt(statement, "Action").stream()
        .flatMap(
            action ->
                listAt(statement, "Resource").stream().map(resource -> action + " " + resource));
  }
}
