package dev.darkroom.infra;

import static dev.darkroom.infra.DarkroomTemplate.plain;
import static dev.darkroom.infra.DarkroomTemplate.resources;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Whatever an operator has to change is a parameter, and nothing is changed in a console. */
final class ParametersTest {
  /** Lambda Developer Guide, "Quotas": an account's concurrency, of which 100 stay unreserved. */
  private static final int ACCOUNT = 1_000;

  private static final int UNRESERVED = 100;

  private static final Map<String, List<String>> SETTINGS =
      Map.of(
          "UploadApi", List.of("MaxUploadSize", "LinkValidity"),
          "ImageWorker",
              List.of(
                  "ImageRenditions",
                  "ImageFormats",
                  "ImageMaxBytes",
                  "ImageMaxPixels",
                  "ImageMaxJpegPixels",
                  "ImageMaxFrames",
                  "ImageDecodeTime"),
          "VideoWorker",
              List.of(
                  "StreamLadder", "VideoTimeBudget", "VideoMaxFrameEdge", "VideoMaxContainerSize"),
          "StreamWorker", List.of("StreamCrf", "StreamPreset"),
          "Notifier", List.of("Url"));

  @Test
  void memoryAndConcurrencyOfEveryFunctionAreParameters() {
    var given = new LinkedHashMap<String, String>();
    for (var stage : List.of("Api", "Image", "Video", "Stream", "Notifier")) {
      given.put(stage + "Memory", "512");
      given.put(stage + "Concurrency", "7");
    }
    assertThat(stack(given).functions())
        .hasSizeGreaterThan(4)
        .allSatisfy(
            function -> {
              assertThat(function.memoryMiB()).isEqualTo(512);
              assertThat(function.sources())
                  .extracting(QueueSource::maximumConcurrency)
                  .allMatch(OptionalInt.of(7)::equals);
            });
  }

  @Test
  void allWorkersTogetherLeaveAnAccountRoomForTheApi() {
    int all =
        stack(Map.of()).functions().stream()
            .flatMap(function -> function.sources().stream())
            .mapToInt(source -> source.maximumConcurrency().orElse(ACCOUNT))
            .sum();
    assertThat(all).isLessThanOrEqualTo(ACCOUNT - UNRESERVED);
  }

  @Test
  void concurrencyIsReservedForTheApiOnRequest() {
    assertThat(api(Map.of()).get("ReservedConcurrentExecutions")).isNull();
    assertThat(api(Map.of("ApiConcurrency", "40")).get("ReservedConcurrentExecutions"))
        .isEqualTo("40");
  }

  private static Map<?, ?> api(Map<String, String> parameters) {
    return resources(ResourceType.FUNCTION, parameters).stream()
        .filter(function -> function.logicalName().equals("UploadApi"))
        .map(function -> (Map<?, ?>) plain(function.properties()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aSettingIsTheParameterOfItsName() {
    assertThat(SETTINGS)
        .allSatisfy(
            (function, parameters) ->
                assertThat(parameters)
                    .allSatisfy(
                        parameter -> {
                          var environment =
                              stack(Map.of(parameter, "given")).function(function).environment();
                          assertThat(environment)
                              .hasEntrySatisfying(
                                  variable(parameter),
                                  value -> assertThat(plain(value)).isEqualTo("given"));
                        }));
  }

  private static String variable(String parameter) {
    return "DARKROOM_" + parameter.replaceAll("(?<=.)([A-Z])", "_$1").toUpperCase(Locale.ROOT);
  }

  private static Stack stack(Map<String, String> parameters) {
    return Stack.read(DarkroomTemplate.FILE, DarkroomTemplate.deployment(parameters));
  }
}
