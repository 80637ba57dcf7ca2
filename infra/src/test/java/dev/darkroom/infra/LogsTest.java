package dev.darkroom.infra;

import static dev.darkroom.infra.DarkroomTemplate.at;
import static dev.darkroom.infra.DarkroomTemplate.plain;
import static dev.darkroom.infra.DarkroomTemplate.resources;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What functions and the API log is kept for as long as the operator wants, and tells no secret.
 */
final class LogsTest {
  private static final String LOG_GROUP = "AWS::Logs::LogGroup";

  private final Object api = plain(resources("AWS::Serverless::HttpApi").getFirst().properties());

  @Test
  void everyFunctionWritesToAGroupOfItsOwn() {
    assertThat(resources(ResourceType.FUNCTION))
        .isNotEmpty()
        .allSatisfy(
            function ->
                assertThat(at(plain(function.properties()), "LoggingConfig"))
                    .isEqualTo(Map.of("LogGroup", "${" + function.logicalName() + "Logs}")));
    assertThat(resources(LOG_GROUP)).hasSize(resources(ResourceType.FUNCTION).size() + 1);
  }

  @Test
  void everyGroupForgetsAfterTheDaysOfTheParameter() {
    assertThat(resources(LOG_GROUP)).extracting(LogsTest::days).containsOnly("30");
    assertThat(resources(LOG_GROUP, Map.of("LogRetentionDays", "7")))
        .extracting(LogsTest::days)
        .containsOnly("7");
  }

  private static Object days(Resource group) {
    return at(plain(group.properties()), "RetentionInDays");
  }

  @Test
  void everyRequestToTheApiIsLoggedWithoutItsPathAndHeaders() {
    assertThat(at(api, "AccessLogSettings", "DestinationArn"))
        .isEqualTo("arn:aws:logs:eu-central-1:123456789012:log-group:${ApiLogs}");
    assertThat((String) at(api, "AccessLogSettings", "Format"))
        .contains("$context.status", "$context.routeKey", "$context.responseLatency")
        .doesNotContain("$context.path", "$context.domain", "claims", "header");
  }

  @Test
  void theApiAnswersNoMoreRequestsThanItsParameterAllows() {
    assertThat(at(api, "DefaultRouteSettings"))
        .isEqualTo(Map.of("ThrottlingRateLimit", "200", "ThrottlingBurstLimit", "200"));
  }
}
