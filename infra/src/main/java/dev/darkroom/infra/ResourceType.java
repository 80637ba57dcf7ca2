package dev.darkroom.infra;

import java.util.Map;
import java.util.Set;

/** Types of resources that can be referenced, with their attributes. */
final class ResourceType {
  static final String BUCKET = "AWS::S3::Bucket";
  static final String QUEUE = "AWS::SQS::Queue";
  static final String TOPIC = "AWS::SNS::Topic";

  /** Attributes by type (AWS CloudFormation Template Reference, "Return values" of each type). */
  private static final Map<String, Set<String>> ATTRIBUTES =
      Map.of(
          BUCKET,
          Set.of(Value.Reference.REF, "Arn"),
          QUEUE,
          Set.of(Value.Reference.REF, "Arn", "QueueName"),
          TOPIC,
          Set.of(Value.Reference.REF),
          "AWS::Serverless::HttpApi",
          Set.of(Value.Reference.REF));

  private ResourceType() {}

  static boolean answers(String type, String attribute) {
    return ATTRIBUTES.getOrDefault(type, Set.of()).contains(attribute);
  }
}
