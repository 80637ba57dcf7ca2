package dev.darkroom.stage.store;

import static dev.darkroom.stage.store.SampleManifest.photo;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.MediaFormat;
import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.Owner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The published description of manifests, held against what is written. */
final class ManifestSchemaTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNode DOCUMENT = document();
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(DOCUMENT);

  @ParameterizedTest
  @MethodSource("dev.darkroom.stage.store.ManifestJsonTest#samples")
  void describesWhatIsWritten(SampleManifest sample) throws IOException {
    assertThat(SCHEMA.validate(written(sample))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("dev.darkroom.stage.store.ManifestJsonTest#samples")
  void nothingIsWrittenThatItDoesNotName(SampleManifest sample) throws IOException {
    assertNamed(written(sample), DOCUMENT);
  }

  @Test
  void namesEveryComponentAndRequiresThoseThatAreAlwaysThere() {
    assertDescribes(DOCUMENT, Manifest.class);
  }

  @Test
  void namesEveryFormat() {
    Set<String> formats =
        Arrays.stream(MediaFormat.values()).map(MediaFormat::toString).collect(Collectors.toSet());

    assertThat(DOCUMENT.at("/$defs/media/properties/format/enum"))
        .extracting(JsonNode::textValue)
        .containsExactlyInAnyOrderElementsOf(formats);
  }

  @Test
  void namesTheVersionThatIsWritten() {
    assertThat(DOCUMENT.at("/properties/schema/const").intValue()).isEqualTo(Manifest.SCHEMA);
  }

  @Test
  void anErrorIsThereExactlyWhenItFailed() throws IOException {
    ObjectNode failed = written(photo().gaveUp());
    failed.remove("error");
    ObjectNode completed = written(photo());
    completed.putObject("error").put("code", "gave-up").put("message", "No.");

    assertThat(SCHEMA.validate(failed)).isNotEmpty();
    assertThat(SCHEMA.validate(completed)).isNotEmpty();
  }

  @Test
  void refusesOtherIds() throws IOException {
    ObjectNode json = written(photo());
    json.put("id", "0123456789abcdefghijklmnop");

    assertThat(SCHEMA.validate(json)).isNotEmpty();
  }

  private static void assertDescribes(JsonNode schema, Class<?> type) {
    JsonNode object = resolve(schema);
    var required =
        Arrays.stream(type.getRecordComponents())
            .filter(component -> !isNullable(component))
            .map(RecordComponent::getName)
            .toList();
    assertThat(object.path("required"))
        .as("required of %s", type)
        .extracting(JsonNode::textValue)
        .containsExactlyInAnyOrderElementsOf(required);
    for (RecordComponent component : type.getRecordComponents()) {
      JsonNode property = object.path("properties").path(component.getName());
      assertThat(property.isObject()).as("%s of %s", component, type).isTrue();
      describedBy(component.getGenericType(), property);
    }
  }

  private static void describedBy(Type type, JsonNode property) {
    if (type instanceof ParameterizedType list) {
      describedBy(list.getActualTypeArguments()[0], resolve(property).path("items"));
    } else if (type instanceof Class<?> record
        && record.isRecord()
        && record != MediaId.class
        && record != Owner.class) {
      assertDescribes(property, record);
    }
  }

  private static boolean isNullable(RecordComponent component) {
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  private static void assertNamed(JsonNode value, JsonNode schema) {
    JsonNode described = resolve(schema);
    value
        .properties()
        .forEach(
            field -> {
              JsonNode property = described.path("properties").path(field.getKey());
              assertThat(property.isObject()).as(field.getKey()).isTrue();
              assertNamed(field.getValue(), property);
            });
    if (value.isArray()) {
      value.forEach(item -> assertNamed(item, described.path("items")));
    }
  }

  private static JsonNode resolve(JsonNode schema) {
    JsonNode ref = schema.path("$ref");
    return ref.isTextual() ? DOCUMENT.at(ref.textValue().substring(1)) : schema;
  }

  private static ObjectNode written(SampleManifest sample) throws IOException {
    return (ObjectNode) JSON.readTree(ManifestJson.write(sample.build()));
  }

  private static JsonNode document() {
    String name = "manifest.schema.json";
    try (var in = Objects.requireNonNull(Manifest.class.getResourceAsStream(name), name)) {
      return JSON.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
