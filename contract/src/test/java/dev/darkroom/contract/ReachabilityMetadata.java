package dev.darkroom.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a native image must be told about records and enums that Jackson maps (GraalVM,
 * "Reachability Metadata"): a type that is not listed works on the JVM and fails in the image.
 */
public final class ReachabilityMetadata {
  private ReachabilityMetadata() {}

  /** The metadata in a module's resources. */
  public static String of(String module) {
    String path = "/META-INF/native-image/dev.darkroom/" + module + "/reachability-metadata.json";
    try (InputStream file = ReachabilityMetadata.class.getResourceAsStream(path)) {
      return file == null
          ? "there is no " + path
          : new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The metadata of all records and enums of a package, and below it, that the roots hold. */
  public static String of(String packageName, Class<?>... roots) {
    var names = new TreeSet<String>();
    Arrays.stream(roots).forEach(root -> collect(root, packageName + ".", names));
    return names.stream()
        .map(
            name ->
                "    {\"type\": \"%s\", \"allDeclaredConstructors\": true, \"allDeclaredMethods\": true, \"allDeclaredFields\": true}"
                    .formatted(name))
        .collect(Collectors.joining(",\n", "{\n  \"reflection\": [\n", "\n  ]\n}\n"));
  }

  private static void collect(Type type, String prefix, Set<String> names) {
    if (type instanceof ParameterizedType generic) {
      Arrays.stream(generic.getActualTypeArguments())
          .forEach(argument -> collect(argument, prefix, names));
    } else if (type instanceof Class<?> c
        && (c.isRecord() || c.isEnum())
        && c.getName().startsWith(prefix)
        && names.add(c.getName())
        && c.isRecord()) {
      for (RecordComponent component : c.getRecordComponents()) {
        collect(component.getGenericType(), prefix, names);
      }
    }
  }
}
