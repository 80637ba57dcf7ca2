package dev.darkroom.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A template that cannot be used says where and why, everything at once. */
final class TemplateFaultsTest {
  @TempDir Path folder;

  @Test
  void everyFaultIsNamedWithItsPlace() throws IOException {
    assertThat(
            faults(
                """
                Parameters:
                  Issuer:
                    Type: String
                Resources:
                  Jobs:
                    Type: AWS::SQS::Queue
                    Properties:
                      VisibilityTimeout: soon
                      RedrivePolicy:
                        deadLetterTargetArn: !GetAtt Lost.Arn
                  Topic:
                    Type: AWS::SNS::Topic
                    Properties:
                      DisplayName: !Join ["-", [a, b]]
                """))
        .containsExactly(
            "line 3, Parameters.Issuer: the parameter has no default, so it needs a value",
            "line 10, Resources.Jobs.Properties.RedrivePolicy.deadLetterTargetArn: there is no Lost"
                + " to refer to",
            "line 14, Resources.Topic.Properties.DisplayName: !Join is not read here",
            "line 8, Resources.Jobs.Properties.VisibilityTimeout: a whole number is expected here,"
                + " not 'soon'",
            "line 10, Resources.Jobs.Properties.RedrivePolicy: maxReceiveCount is missing");
  }

  @Test
  void aPropertyTheLocalRunWouldSkipIsAFault() throws IOException {
    assertThat(faults(queue("DelaySeconds: 10")))
        .containsExactly(
            "line 5, Resources.Jobs.Properties.DelaySeconds: this property has no meaning for the"
                + " local run");
  }

  @Test
  void aResourceTypeTheLocalRunWouldSkipIsAFault() throws IOException {
    assertThat(
            faults(
                """
                Resources:
                  Table:
                    Type: AWS::DynamoDB::Table
                """))
        .containsExactly(
            "line 3, Resources.Table: resources of type AWS::DynamoDB::Table are not read");
  }

  @Test
  void aReferenceToAResourceOfAnotherTypeIsAFault() throws IOException {
    assertThat(
            faults(
                """
                Resources:
                  Mail:
                    Type: AWS::SNS::Subscription
                    Properties:
                      TopicArn: !Ref Jobs
                      Protocol: email
                      Endpoint: you@example.com
                  Jobs:
                    Type: AWS::SQS::Queue
                """))
        .containsExactly(
            "line 5, Resources.Mail.Properties.TopicArn: the Ref of a AWS::SNS::Topic is expected"
                + " here");
  }

  @Test
  void aReferenceToAResourceThatIsNotThereIsAFault() throws IOException {
    assertThat(
            faults(
                """
                Conditions:
                  Never: !Equals [a, b]
                Resources:
                  Topic:
                    Type: AWS::SNS::Topic
                    Condition: Never
                  Mail:
                    Type: AWS::SNS::Subscription
                    Properties:
                      TopicArn: !Ref Topic
                      Protocol: email
                      Endpoint: you@example.com
                """))
        .containsExactly(
            "line 10, Resources.Mail.Properties.TopicArn: Topic does not exist, because its condition"
                + " does not hold");
  }

  @Test
  void faultsOfTheBranchNotTakenAreFoundToo() throws IOException {
    assertThat(
            faults(
                """
                Conditions:
                  Never: !Equals [a, b]
                Resources:
                  Jobs:
                    Type: AWS::SQS::Queue
                    Properties:
                      VisibilityTimeout: !If [Never, !Ref Nobody, 30]
                """))
        .containsExactly(
            "line 7, Resources.Jobs.Properties.VisibilityTimeout[1]: there is no Nobody to refer"
                + " to");
  }

  @Test
  void parametersAreCheckedAgainstTheirDeclaration() throws IOException {
    var template =
        """
        Parameters:
          Packaging:
            Type: String
            Default: jvm
            AllowedValues: [jvm, native]
          Timeout:
            Type: Number
            Default: 60
            MinValue: 1
            MaxValue: 900
        """;
    assertThat(faults(template)).isEmpty();
    assertThat(faults(template, Map.of("Packaging", "rpm", "Timeout", "long", "Color", "red")))
        .containsExactly(
            "line 3, Parameters.Packaging: 'rpm' is none of [jvm, native]",
            "line 7, Parameters.Timeout: 'long' is not a number",
            "line 2, Parameters: no parameter is called Color");
    assertThat(faults(template, Map.of("Timeout", "0.5")))
        .containsExactly("line 7, Parameters.Timeout: 0.5 is less than 1");
    assertThat(faults(template, Map.of("Timeout", "901")))
        .containsExactly("line 7, Parameters.Timeout: 901 is more than 900");
  }

  @Test
  void aMappingIsLookedUpByItsKeys() throws IOException {
    var template =
        """
        Mappings:
          Hidden:
            "60": { Seconds: 360 }
            "7201": { Seconds: 43206 }
        """;
    assertThat(faults(template + queue("VisibilityTimeout: !FindInMap [Hidden, 60, Seconds]")))
        .isEmpty();
    assertThat(faults(template + queue("VisibilityTimeout: !FindInMap [Hidden, 61, Seconds]")))
        .containsExactly(
            "line 9, Resources.Jobs.Properties.VisibilityTimeout: no mapping has a value for"
                + " Hidden.61.Seconds");
    assertThat(faults(template + queue("VisibilityTimeout: !FindInMap [Hidden, 7201, Seconds]")))
        .containsExactly(
            "line 9, Resources.Jobs.Properties: VisibilityTimeout is 12 hours (43200) at most, not"
                + " 43206");
  }

  @Test
  void aKeyThatComesTwiceIsAFault() throws IOException {
    assertThat(faults(queue("VisibilityTimeout: 1\n      VisibilityTimeout: 2")))
        .containsExactly(
            "line 6, Resources.Jobs.Properties.VisibilityTimeout: this key comes twice");
  }

  @Test
  void theLongFormOfAFunctionIsAFault() throws IOException {
    assertThat(faults(queue("VisibilityTimeout: { Ref: Jobs }")))
        .containsExactly(
            "line 5, Resources.Jobs.Properties.VisibilityTimeout.Ref: intrinsic functions are read"
                + " in their short form only");
  }

  @Test
  void aFileThatIsNotYamlIsAFault() throws IOException {
    assertThat(faults("Resources: [")).singleElement().asString().contains("not YAML");
    assertThat(faults("just text"))
        .containsExactly("line 1: a mapping of sections is expected here");
  }

  private static String queue(String property) {
    return """
    Resources:
      Jobs:
        Type: AWS::SQS::Queue
        Properties:
          %s
    """
        .formatted(property);
  }

  private List<String> faults(String template) throws IOException {
    return faults(template, Map.of());
  }

  private List<String> faults(String template, Map<String, String> parameters) throws IOException {
    var file = Files.writeString(folder.resolve("template.yaml"), template);
    var deployment = new Deployment("stack", "123456789012", "eu-central-1", parameters);
    var refused = catchThrowableOfType(TemplateException.class, () -> Stack.read(file, deployment));
    return refused == null
        ? List.of()
        : refused.problems().stream().map(Problem::toString).toList();
  }
}
