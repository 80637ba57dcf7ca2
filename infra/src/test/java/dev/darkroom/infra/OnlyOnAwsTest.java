package dev.darkroom.infra;

import static dev.darkroom.infra.DarkroomTemplate.plain;
import static dev.darkroom.infra.DarkroomTemplate.resources;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The local run leaves out what is listed, and nothing is listed that the template does not have.
 */
final class OnlyOnAwsTest {
  /** Conditions under which every property is there. */
  private static final Map<String, String> EVERYTHING =
      Map.of(
          "ApiConcurrency", "10",
          "BucketAccessLogs", "true",
          "EngineLayer", "arn:aws:lambda:eu-central-1:123456789012:layer:engine:1",
          "AccountBudget", "100");

  @Test
  void aTypeThatIsLeftOutIsInTheTemplate() {
    assertThat(OnlyOnAws.types())
        .allSatisfy(type -> assertThat(resources(type, EVERYTHING)).as(type).isNotEmpty());
  }

  @Test
  void aPropertyThatIsLeftOutIsInTheTemplate() {
    assertThat(OnlyOnAws.properties())
        .allSatisfy(
            (type, properties) -> {
              var used =
                  resources(type, EVERYTHING).stream()
                      .flatMap(it -> ((Map<?, ?>) plain(it.properties())).keySet().stream())
                      .map(Object::toString)
                      .collect(toSet());
              if (type.equals(ResourceType.FUNCTION)) {
                // These come with the globals.
                used.addAll(Set.of("Runtime", "Architectures"));
              }
              assertThat(used).containsAll(properties);
            });
  }
}
