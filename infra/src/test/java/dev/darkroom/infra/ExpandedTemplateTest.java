package dev.darkroom.infra;

import static dev.darkroom.infra.DarkroomTemplate.at;
import static dev.darkroom.infra.DarkroomTemplate.listAt;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The template that AWS makes of ours, by AWS's own translator: it adds no right that we did not
 * write.
 */
final class ExpandedTemplateTest {
  private static final String ROLE = "AWS::IAM::Role";

  private static Map<?, ?> resources = Map.of();

  @BeforeAll
  static void expand() throws IOException, InterruptedException {
    assumeTrue(
        run("-c", "import samtranslator").status() == 0,
        "the SAM translator is not on this machine (pip install cfn-lint)");
    var template = DarkroomTemplate.FILE.toString();
    var expanded =
        run("src/test/resources/expand.py", template, "JwtIssuer=https://x", "JwtAudience=d");
    assertThat(expanded.status()).as(expanded.output()).isZero();
    // JSON is YAML.
    Map<?, ?> read = new Yaml(new SafeConstructor(new LoaderOptions())).load(expanded.output());
    resources = (Map<?, ?>) at(read, "Resources");
  }

  @Test
  void everyFunctionTakesTheRoleThatTheTemplateWrites() {
    assertThat(ofType("AWS::Lambda::Function"))
        .isNotEmpty()
        .allSatisfy(
            (name, function) ->
                assertThat(at(function, "Role"))
                    .isEqualTo(Map.of("Fn::GetAtt", List.of(name + "Role", "Arn"))));
  }

  @Test
  void noRoleHasPoliciesThatTheTemplateDoesNotWrite() {
    assertThat(ofType(ROLE))
        .isNotEmpty()
        .allSatisfy(
            (_, role) ->
                assertThat(((Map<?, ?>) role).keySet().toArray())
                    .doesNotContain("ManagedPolicyArns", "PermissionsBoundary"));
    assertThat(ofType("AWS::IAM::Policy")).isEmpty();
    assertThat(ofType("AWS::IAM::ManagedPolicy")).isEmpty();
  }

  @Test
  void noRightOfARoleHoldsForEveryResourceOrAWholeService() {
    assertThat(ofType(ROLE).values())
        .flatExtracting(role -> listAt(role, "Policies"))
        .flatExtracting(policy -> listAt(policy, "PolicyDocument", "Statement"))
        .isNotEmpty()
        .allSatisfy(
            statement -> {
              assertThat(listAt(statement, "Resource").toArray()).doesNotContain("*");
              assertThat(listAt(statement, "Action"))
                  .allSatisfy(action -> assertThat((String) action).doesNotContain("*"));
            });
  }

  @Test
  void onlyTheApisOwnRoutesCallAFunctionFromOutside() {
    assertThat(ofType("AWS::Lambda::Permission").values())
        .isNotEmpty()
        .allSatisfy(
            permission -> {
              assertThat(at(permission, "Principal")).isEqualTo("apigateway.amazonaws.com");
              assertThat(at(permission, "SourceArn", "Fn::Sub").toString()).contains("__ApiId__");
            });
  }

  /** Alarms name event sources as SAM names them. */
  @Test
  void everyEventSourceHasTheNameThatAlarmsUse() {
    assertThat(ofType(ResourceType.EVENT_SOURCE).keySet())
        .isEqualTo(
            Set.of(
                "ImageWorkerJobs",
                "VideoWorkerJobs",
                "StreamWorkerJobs",
                "NotifierCompletions",
                "NotifierDeadLetters"));
  }

  /** Properties of the resources of a type, by logical name. */
  private static Map<String, Object> ofType(String type) {
    var found = new TreeMap<String, Object>();
    resources.forEach(
        (name, resource) -> {
          if (at(resource, "Type").equals(type)) {
            found.put((String) name, at(resource, "Properties"));
          }
        });
    return found;
  }

  private record Run(int status, String output) {}

  private static Run run(String... arguments) throws InterruptedException {
    try {
      var command = new ArrayList<>(List.of("python3"));
      command.addAll(List.of(arguments));
      var python = new ProcessBuilder(command).redirectErrorStream(true).start();
      python.getOutputStream().close();
      var output = new String(python.getInputStream().readAllBytes(), UTF_8);
      return new Run(python.waitFor(), output);
    } catch (IOException missing) {
      return abort("python3 is not on this machine");
    }
  }
}
