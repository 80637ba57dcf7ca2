package dev.darkroom.stage.store;

import static dev.darkroom.stage.store.SampleManifest.UPLOADED_AT;
import static dev.darkroom.stage.store.SampleManifest.film;
import static dev.darkroom.stage.store.SampleManifest.photo;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.Missing;
import dev.darkroom.contract.Rejection;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ManifestJsonTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  static Stream<SampleManifest> samples() {
    return Stream.of(
        photo(),
        photo().withFileName("Jörg & 👩‍👩‍👧 \"am\" Strand.jpg"),
        photo().withContent("e2-7", null, UPLOADED_AT.plusNanos(1)).withRequestedAt(UPLOADED_AT),
        film(),
        film().withMissing(new Missing("poster", Rejection.of(ErrorCode.UNSUPPORTED_FORMAT))),
        photo().failed(Rejection.of(ErrorCode.TOO_MANY_PIXELS, "It has 1,000,000,000.")),
        photo().gaveUp());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void isReadAsItWasWritten(SampleManifest sample) throws IOException {
    Manifest manifest = sample.build();

    assertThat(ManifestJson.read(ManifestJson.write(manifest))).isEqualTo(manifest);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void absentValuesAreLeftOut(SampleManifest sample) throws IOException {
    assertNoNulls(JSON.readTree(ManifestJson.write(sample.build())));
  }

  @Test
  void idsOwnersEnumsAndTimesAreWords() throws IOException {
    JsonNode json = JSON.readTree(ManifestJson.write(film().gaveUp().build()));

    assertThat(json.path("id").textValue()).isEqualTo(SampleManifest.ID.value());
    assertThat(json.path("owner").textValue()).isEqualTo("local");
    assertThat(json.path("kind").textValue()).isEqualTo("image");
    assertThat(json.path("status").textValue()).isEqualTo("failed");
    assertThat(json.path("error").path("code").textValue()).isEqualTo("gave-up");
    assertThat(json.path("original").path("uploadedAt").textValue())
        .isEqualTo("2026-05-04T03:02:01.234Z");
  }

  @Test
  void unknownFieldsArePassedOver() throws IOException {
    ObjectNode json = written();
    json.put("color", "blue");
    json.withObject("/processing").put("worker", 7);

    assertThat(read(json)).isEqualTo(photo().build());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 99})
  void anUnknownSchemaIsRefused(int schema) throws IOException {
    ObjectNode json = written();
    json.put("schema", schema);

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> read(json))
        .withMessageContaining("unknown manifest schema " + schema);
  }

  @ParameterizedTest
  @ValueSource(strings = {"schema", "id", "owner", "kind", "status", "original", "processing"})
  void whatIsRequiredIsMissed(String field) throws IOException {
    ObjectNode json = written();
    json.remove(field);

    assertThatExceptionOfType(IOException.class).isThrownBy(() -> read(json));
  }

  @Test
  void anErrorWithoutFailureAndFailureWithoutErrorAreRefused() throws IOException {
    ObjectNode json = written();
    json.put("status", "failed");

    assertThatExceptionOfType(IOException.class).isThrownBy(() -> read(json));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "{}", "{\"schema\":1}", "manifest"})
  void whatIsNoManifestIsRefused(String json) {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> ManifestJson.read(json.getBytes(UTF_8)));
  }

  private static ObjectNode written() throws IOException {
    return (ObjectNode) JSON.readTree(ManifestJson.write(photo().build()));
  }

  private static Manifest read(ObjectNode json) throws IOException {
    return ManifestJson.read(JSON.writeValueAsBytes(json));
  }

  private static void assertNoNulls(JsonNode node) {
    assertThat(node.isNull()).isFalse();
    node.forEach(ManifestJsonTest::assertNoNulls);
  }
}
