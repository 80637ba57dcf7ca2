package dev.darkroom.infra;

import static dev.darkroom.infra.Value.Reference.REF;
import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;

/** Types of resources that can be referenced, with their attributes. */
final class ResourceType {
  static final String BUCKET = "AWS::S3::Bucket";
  static final String QUEUE = "AWS::SQS::Queue";
  static final String TOPIC = "AWS::SNS::Topic";
  static final String ALARM = "AWS::CloudWatch::Alarm";
  static final String FUNCTION = "AWS::Serverless::Function";

  /** Made by SAM, one for each queue of a function. */
  static final String EVENT_SOURCE = "AWS::Lambda::EventSourceMapping";

  /** Attributes by type (AWS CloudFormation Template Reference, "Return values" of each type). */
  private static final Map<String, Set<String>> ATTRIBUTES =
      Map.ofEntries(
          entry(BUCKET, Set.of(REF, "Arn")),
          entry(QUEUE, Set.of(REF, "Arn", "QueueName")),
          entry(TOPIC, Set.of(REF)),
          entry(FUNCTION, Set.of(REF, "Arn")),
          entry(EVENT_SOURCE, Set.of(REF)),
          entry("AWS::Serverless::HttpApi", Set.of(REF)),
          entry("AWS::IAM::Role", Set.of(REF, "Arn")),
          entry("AWS::Logs::LogGroup", Set.of(REF, "Arn")),
          entry("AWS::KMS::Key", Set.of(REF, "Arn")),
          entry(ALARM, Set.of(REF, "Arn")),
          entry("AWS::CloudWatch::Dashboard", Set.of(REF)));

  private ResourceType() {}

  static boolean answers(String type, String attribute) {
    return ATTRIBUTES.getOrDefault(type, Set.of()).contains(attribute);
  }
}
