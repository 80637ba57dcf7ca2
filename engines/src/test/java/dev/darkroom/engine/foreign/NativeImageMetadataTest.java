package dev.darkroom.engine.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NeedsTurbo.class)
class NativeImageMetadataTest {
  private static final String FILE =
      "/META-INF/native-image/dev.darkroom/engines/reachability-metadata.json";
  private static final Pattern DOWNCALL =
      Pattern.compile("\\{ *\"returnType\": *\"[^\"]+\", *\"parameterTypes\": *\\[[^\\]]*\\] *\\}");

  @Test
  void everyKindOfCallIsDeclared() throws Exception {
    Set<String> needed = new TreeSet<>();
    for (Class<?> functions :
        new Class<?>[] {
          Leptonica.class,
          Libjpeg.class,
          LibwebpAnimation.class,
          LibwebpDecoder.class,
          LibwebpEncoder.class,
        }) {
      for (Field field : functions.getDeclaredFields()) {
        if (field.getType() == MethodHandle.class) {
          field.setAccessible(true);
          needed.add(json(((MethodHandle) field.get(null)).type()));
        }
      }
    }
    // The one call of Library alone: getImagelibVersions.
    needed.add(json(MethodType.methodType(MemorySegment.class)));

    assertThat(declared())
        .as("downcalls of %s, which shall be\n%s", FILE, String.join(",\n", needed))
        .isEqualTo(needed);
  }

  private static Set<String> declared() throws IOException {
    try (var in = NativeImageMetadataTest.class.getResourceAsStream(FILE)) {
      assertThat(in).isNotNull();
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return DOWNCALL
          .matcher(text)
          .results()
          .map(result -> result.group())
          .collect(Collectors.toCollection(TreeSet::new));
    }
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
