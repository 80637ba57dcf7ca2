package dev.darkroom.infra;

import static dev.darkroom.infra.Value.Reference.REF;

import java.util.Map;
import java.util.Set;

/** Types of resources that can be referenced, with their attributes. */
final class ResourceType {
  static final String BUCKET = "AWS::S3::Bucket";
  static final String QUEUE = "AWS::SQS::Queue";
  static final String TOPIC = "AWS::SNS::Topic";
  static final String FUNCTION = "AWS::Serverless::Function";

  /** Made by SAM, one for each queue of a function. */
  static final String EVENT_SOURCE = "AWS::Lambda::EventSourceMapping";

  /** Attributes by type (AWS CloudFormation Template Reference, "Return values" of each type). */
  private static final Map<String, Set<String>> ATTRIBUTES =
      Map.of(
          BUCKET,
          Set.of(REF, "Arn"),
          QUEUE,
          Set.of(REF, "Arn", "QueueName"),
          TOPIC,
          Set.of(REF),
          FUNCTION,
          Set.of(REF, "Arn"),
          EVENT_SOURCE,
          Set.of(REF),
          "AWS::Serverless::HttpApi",
          Set.of(REF),
          "AWS::IAM::Role",
          Set.of(REF, "Arn"),
          "AWS::Logs::LogGroup",
          Set.of(REF, "Arn"),
          "AWS::KMS::Key",
          Set.of(REF, "Arn"));

  private ResourceType() {}

  static boolean answers(String type, String attribute) {
    return ATTRIBUTES.getOrDefault(type, Set.of()).contains(attribute);
  }
}
