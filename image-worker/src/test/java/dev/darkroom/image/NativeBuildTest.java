package dev.darkroom.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/**
 * Compares the arguments of the native build with the classes that need them: Quarkus initializes a
 * class at build time unless an argument says otherwise.
 */
class NativeBuildTest {
  private static final String AT_RUN_TIME = "--initialize-at-run-time=";

  /**
   * Libraries whose objects must not be made at build time: they hold AWT's and ImageIO's state.
   */
  private static final List<String> OF_RUN_TIME = List.of("net.coobird.thumbnailator");

  private static final List<String> NOT_AT_BUILD_TIME =
      List.of("javax/imageio/", "java/awt/", "net/coobird/");

  @Test
  void classesThatUseImageLibrariesInTheirInitializersAreInitializedAtRunTime() throws Exception {
    Set<String> needed = new TreeSet<>(OF_RUN_TIME);
    Path root =
        Path.of(ImagePipeline.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Stream<Path> files = Files.walk(root)) {
      files
          .filter(file -> file.toString().endsWith(".class"))
          .map(NativeBuildTest::parsed)
          .filter(NativeBuildTest::usesImageLibrariesWhenInitialized)
          .forEach(type -> needed.add(type.thisClass().asInternalName().replace('/', '.')));
    }

    assertThat(needed).contains("dev.darkroom.image.decode.Readers");
    assertThat(initializedAtRunTime()).isEqualTo(needed);
  }

  @Test
  void noLibrarysConfigurationAddsServiceFilesWithoutTheirClasses() throws Exception {
    List<String> arguments = arguments();
    int exclusion = arguments.indexOf("--exclude-config");
    assertThat(exclusion).isNotNegative();
    String jars = arguments.get(exclusion + 1);
    String files = arguments.get(exclusion + 2);

    int greedy = 0;
    for (String jar : classPath()) {
      if (jar.endsWith(".jar")) {
        try (var zip = new ZipFile(jar)) {
          for (ZipEntry entry : zip.stream().toList()) {
            if (addsServiceFiles(zip, entry)) {
              greedy++;
              assertThat(jar).matches(jars);
              assertThat(entry.getName()).matches(files);
            }
          }
        }
      }
    }
    assertThat(greedy).as("jars that need the exclusion").isPositive();
  }

  @Test
  void ourOwnResourcesAreNoServiceFiles() throws IOException {
    Path services = Path.of("META-INF/services/javax.imageio.spi.ImageReaderSpi");
    for (String glob :
        properties().getProperty("quarkus.native.resources.includes").split(",", -1)) {
      assertThat(FileSystems.getDefault().getPathMatcher("glob:" + glob).matches(services))
          .as(glob)
          .isFalse();
    }
  }

  private static ClassModel parsed(Path file) {
    try {
      return ClassFile.of().parse(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean usesImageLibrariesWhenInitialized(ClassModel type) {
    return type.methods().stream()
        .filter(method -> method.methodName().equalsString("<clinit>"))
        .map(MethodModel::code)
        .flatMap(code -> code.stream().flatMap(CodeModel::elementStream))
        .map(NativeBuildTest::owner)
        .anyMatch(owner -> NOT_AT_BUILD_TIME.stream().anyMatch(owner::startsWith));
  }

  /** Returns the class that an instruction instantiates, calls or reads. */
  private static String owner(CodeElement element) {
    return switch (element) {
      case NewObjectInstruction made -> made.className().asInternalName();
      case InvokeInstruction call -> call.owner().asInternalName();
      case FieldInstruction field -> field.owner().asInternalName();
      default -> "";
    };
  }

  private static boolean addsServiceFiles(ZipFile zip, ZipEntry entry) throws IOException {
    if (!entry.getName().matches("META-INF/native-image/.*resource-config\\.json")) {
      return false;
    }
    try (InputStream in = zip.getInputStream(entry)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).contains("\"META-INF/.*\"");
    }
  }

  private static List<String> classPath() {
    return List.of(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
            .split(File.pathSeparator, -1));
  }

  private static Set<String> initializedAtRunTime() throws IOException {
    return arguments().stream()
        .filter(argument -> argument.startsWith(AT_RUN_TIME))
        .flatMap(argument -> Arrays.stream(argument.substring(AT_RUN_TIME.length()).split(",", -1)))
        .collect(TreeSet::new, Set::add, Set::addAll);
  }

  /** Splits the arguments as Quarkus does: at commas that no backslash precedes. */
  private static List<String> arguments() throws IOException {
    String value = properties().getProperty("quarkus.native.additional-build-args");
    return Arrays.stream(value.split("(?<!\\\\),", -1))
        .map(argument -> argument.replace("\\,", ","))
        .toList();
  }

  private static Properties properties() throws IOException {
    var properties = new Properties();
    try (InputStream in = NativeBuildTest.class.getResourceAsStream("/application.properties")) {
      assertThat(in).isNotNull();
      properties.load(in);
    }
    return properties;
  }
}
