package dev.darkroom.host.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JvmOptionsTest {

  /** Options that Lambda's own command lines hold. */
  @ParameterizedTest(name = "{0} MiB")
  @CsvSource({"512, 445644", "3008, 2834432"})
  void theHeapIsWhatLambdaGives(int memoryMiB, long heapKib) {
    assertThat(JvmOptions.heapKib(memoryMiB)).isEqualTo(heapKib);
  }

  @Test
  void whatTheFunctionAsksForIsLeftToIt() {
    assertThat(options(""))
        .contains("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
        .anyMatch(option -> option.startsWith("-XX:MaxHeapSize="));
    assertThat(options("-Xmx300m -XX:+UseG1GC -XX:-TieredCompilation"))
        .doesNotContain("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
        .noneMatch(option -> option.startsWith("-XX:MaxHeapSize="));
  }

  private static List<String> options(String javaToolOptions) {
    var spec =
        new FunctionSpec(
            "sample",
            Path.of("sample.zip"),
            "x",
            512,
            Duration.ofSeconds(1),
            1,
            Map.of("JAVA_TOOL_OPTIONS", javaToolOptions));
    return JvmOptions.of(
        spec, new RuntimeInterfaceClient(Path.of("/"), "ric.jar", Path.of("/ric.so")));
  }
}
