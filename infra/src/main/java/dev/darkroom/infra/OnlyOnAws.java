package dev.darkroom.infra;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;

/**
 * What of the template AWS alone acts on. The local run leaves it out knowingly: everything else it
 * does not read is a fault.
 */
final class OnlyOnAws {
  /**
   * Nobody but this machine connects, nothing is billed, and what is logged goes to the console.
   */
  private static final Set<String> TYPES =
      Set.of(
          "AWS::S3::BucketPolicy",
          "AWS::SNS::TopicPolicy",
          "AWS::KMS::Key",
          "AWS::IAM::Role",
          "AWS::Logs::LogGroup",
          "AWS::CloudWatch::Dashboard",
          "AWS::Budgets::Budget",
          "AWS::Serverless::HttpApi");

  private static final Map<String, Set<String>> PROPERTIES =
      Map.ofEntries(
          // Objects are files in the data folder, in one version, until somebody deletes them.
          entry(
              ResourceType.BUCKET,
              Set.of(
                  "BucketEncryption",
                  "PublicAccessBlockConfiguration",
                  "OwnershipControls",
                  "VersioningConfiguration",
                  "LoggingConfiguration",
                  "LifecycleConfiguration")),
          entry(ResourceType.QUEUE, Set.of("SqsManagedSseEnabled")),
          entry(ResourceType.TOPIC, Set.of("KmsMasterKeyId")),
          // The zip tells its runtime, rights are not checked, programs are on the path, and
          // functions share no limit that some of it is reserved of. The host repeats no call.
          entry(
              ResourceType.FUNCTION,
              Set.of(
                  "Runtime",
                  "Architectures",
                  "Role",
                  "Layers",
                  "LoggingConfig",
                  "EventInvokeConfig",
                  "ReservedConcurrentExecutions")),
          // Where mails go is told by the topic's subscriptions.
          entry(ResourceType.ALARM, Set.of("AlarmActions", "OKActions")));

  private OnlyOnAws() {}

  static Set<String> types() {
    return TYPES;
  }

  /** Properties of a type that is read otherwise. */
  static Map<String, Set<String>> properties() {
    return PROPERTIES;
  }

  /** Has the reader of a resource accept what only AWS acts on. */
  static void ignore(String type, Properties resource) {
    resource.ignore(PROPERTIES.getOrDefault(type, Set.of()).toArray(String[]::new));
  }
}
