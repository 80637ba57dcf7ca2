package dev.darkroom.engine.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Compares the metadata for native builds with what this package needs. */
@ExtendWith(NeedsNativeCodecs.class)
class NativeImageMetadataTest {
  private static final String FOLDER = "/META-INF/native-image/dev.darkroom/engines/";
  private static final Pattern DOWNCALL =
      Pattern.compile("\\{ *\"returnType\": *\"[^\"]+\", *\"parameterTypes\": *\\[[^\\]]*\\] *\\}");
  private static final Pattern GLOB = Pattern.compile("\"glob\": *\"([^\"]+)\"");
  private static final Pattern AT_RUN_TIME = Pattern.compile("--initialize-at-run-time=(\\S+)");

  /** Types of values that are valid in one process only. */
  private static final Set<Class<?>> OF_ONE_PROCESS =
      Set.of(MethodHandle.class, MemorySegment.class, SymbolLookup.class);

  @Test
  void classesThatKeepHandlesOrAddressesAreInitializedAtRunTime() throws Exception {
    Set<String> keeping = new TreeSet<>();
    for (Class<?> type : classes()) {
      if (staticFields(type).anyMatch(field -> isOfOneProcess(field.getType()))) {
        keeping.add(type.getName());
      }
    }

    assertThat(keeping).contains("dev.darkroom.engine.foreign.SharedLibrary$Loaded");
    assertThat(initializedAtRunTime()).isEqualTo(keeping);
  }

  @Test
  void everyKindOfCallIsDeclared() throws Exception {
    Set<String> needed = new TreeSet<>();
    for (Class<?> type : classes()) {
      for (Field field : staticFields(type).toList()) {
        if (field.getType() == MethodHandle.class) {
          field.setAccessible(true);
          needed.add(json(((MethodHandle) field.get(null)).type()));
        }
      }
    }
    // The one call of SharedLibrary itself: getImagelibVersions.
    needed.add(json(MethodType.methodType(MemorySegment.class)));

    assertThat(DOWNCALL.matcher(read("reachability-metadata.json")).results())
        .extracting(MatchResult::group)
        .as("downcalls, which shall be\n%s", String.join(",\n", needed))
        .containsExactlyInAnyOrderElementsOf(needed);
  }

  @Test
  void theLibraryOfOneArchitectureIsEmbedded() throws Exception {
    List<String> embedded =
        GLOB.matcher(read("reachability-metadata.json"))
            .results()
            .map(result -> result.group(1))
            .toList();

    assertThat(embedded).singleElement().asString().doesNotContain("*").endsWith(".so.6");
    assertThat(SharedLibrary.class.getResource("/" + embedded.getFirst()))
        .as(embedded.getFirst())
        .isNotNull();
  }

  private static List<Class<?>> classes() throws Exception {
    Path root =
        Path.of(SharedLibrary.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Stream<Path> files = Files.list(root.resolve("dev/darkroom/engine/foreign"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".class") && !name.equals("package-info.class"))
          .<Class<?>>map(name -> uninitialized(name.substring(0, name.length() - 6)))
          .toList();
    }
  }

  private static Class<?> uninitialized(String name) {
    try {
      ClassLoader loader = SharedLibrary.class.getClassLoader();
      return Class.forName(SharedLibrary.class.getPackageName() + "." + name, false, loader);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  private static Stream<Field> staticFields(Class<?> type) {
    return Arrays.stream(type.getDeclaredFields())
        .filter(field -> Modifier.isStatic(field.getModifiers()));
  }

  private static boolean isOfOneProcess(Class<?> type) {
    return OF_ONE_PROCESS.contains(type)
        || (type.isRecord()
            && Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .anyMatch(NativeImageMetadataTest::isOfOneProcess));
  }

  private static Set<String> initializedAtRunTime() throws IOException {
    var properties = new Properties();
    try (InputStream in = open("native-image.properties")) {
      properties.load(in);
    }
    return AT_RUN_TIME
        .matcher(properties.getProperty("Args"))
        .results()
        .flatMap(result -> Arrays.stream(result.group(1).split(",", -1)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String read(String name) throws IOException {
    try (InputStream in = open(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static InputStream open(String name) {
    InputStream in = NativeImageMetadataTest.class.getResourceAsStream(FOLDER + name);
    assertThat(in).as(name).isNotNull();
    return in;
  }

  private static String json(MethodType type) {
    return "{\"returnType\": \"%s\", \"parameterTypes\": [%s]}"
        .formatted(
            name(type.returnType()),
            type.parameterList().stream()
                .map(parameter -> "\"" + name(parameter) + "\"")
                .collect(Collectors.joining(", ")));
  }

  private static String name(Class<?> type) {
    return type == MemorySegment.class ? "void*" : type == void.class ? "void" : "j" + type;
  }
}
