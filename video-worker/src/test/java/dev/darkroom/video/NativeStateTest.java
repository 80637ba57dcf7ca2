package dev.darkroom.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Finds static fields that would fail the native build. Quarkus initializes every class at build
 * time unless an argument says otherwise, and a native image cannot hold native state.
 */
class NativeStateTest {
  private static final String AT_RUN_TIME = "--initialize-at-run-time=";

  private static final String ENGINES =
      "/META-INF/native-image/dev.darkroom/engines/native-image.properties";

  @Test
  void noStaticFieldHoldsWhatExistsAtRunTimeOnly() throws Exception {
    List<String> atRunTime = initializedAtRunTime();
    var heap = new ImageHeap(atRunTime);
    var refused = new ArrayList<String>();
    int scanned = 0;
    for (String name : classes()) {
      if (!heap.isInitializedAtRunTime(name)) {
        scanned++;
        refused.addAll(heap.refusedIn(Class.forName(name)));
      }
    }

    assertThat(atRunTime).as("classes that hold native state").isNotEmpty();
    assertThat(scanned).isGreaterThan(60);
    assertThat(refused).isEmpty();
  }

  @Test
  void nativeStateIsFoundHoweverDeepItLies() throws Exception {
    var heap = new ImageHeap(List.of(Late.class.getName()));
    Early.held = List.of(Map.of("a", new Holder(new Late())), Optional.of(new SecureRandom()));
    try {
      assertThat(heap.refusedIn(Early.class))
          .containsExactlyInAnyOrder(
              Early.class.getName() + ".held[][].late: " + Late.class.getName(),
              Early.class.getName() + ".held[][]: java.security.SecureRandom");
    } finally {
      Early.held = null;
    }
  }

  private static final class Early {
    // Read by reflection alone.
    @SuppressWarnings("UnusedVariable")
    static @Nullable Object held;
  }

  private record Holder(Late late) {}

  private static final class Late {}

  private static List<String> classes() throws Exception {
    Path root =
        Path.of(VideoPipeline.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(file -> root.relativize(file).toString())
          .filter(file -> file.endsWith(".class") && !file.endsWith("package-info.class"))
          .map(file -> file.replaceAll("\\.class$", "").replace('/', '.'))
          .filter(name -> name.startsWith(VideoPipeline.class.getPackageName() + "."))
          .toList();
    }
  }

  private static List<String> initializedAtRunTime() throws IOException {
    // Quarkus splits arguments at commas, save those after a backslash.
    String own =
        property("/application.properties", "quarkus.native.additional-build-args")
            .replaceAll("(?<!\\\\),", " ")
            .replace("\\,", ",");
    return Stream.of((property(ENGINES, "Args") + " " + own).split("\\s+"))
        .filter(argument -> argument.startsWith(AT_RUN_TIME))
        .flatMap(argument -> Stream.of(argument.substring(AT_RUN_TIME.length()).split(",")))
        .toList();
  }

  private static String property(String resource, String key) throws IOException {
    var properties = new Properties();
    try (InputStream in = NativeStateTest.class.getResourceAsStream(resource)) {
      properties.load(Objects.requireNonNull(in, resource));
    }
    return properties.getProperty(key, "");
  }
}
