package dev.darkroom.upload.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.MediaKind;
import dev.darkroom.contract.Owner;
import dev.darkroom.stage.store.InMemoryObjectStore;
import dev.darkroom.upload.media.Samples;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpenApiTest {
  private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");

  @Inject InMemoryObjectStore store;

  @Test
  void itIsThereForEverybodyInBothForms() {
    assertThat(Call.anonymous("GET", "/openapi").send().body()).contains("openapi: 3.1");
    assertThat(document().path("info").path("title").asText()).isEqualTo("Darkroom");
  }

  @Test
  void itNamesEveryRoute() {
    var routes = new TreeSet<String>();
    document()
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        method -> {
                          if (METHODS.contains(method)) {
                            routes.add(method + " " + path.getKey());
                          }
                        }));

    assertThat(routes)
        .containsExactlyInAnyOrder(
            "post /media",
            "get /media",
            "get /media/{id}",
            "delete /media/{id}",
            "post /media/{id}/reprocess",
            "get /media/{id}/playlists/{file}",
            "post /uploads");
  }

  @Test
  void everyCallTellsItsProblemsInOneForm() {
    document()
        .path("paths")
        .findValues("responses")
        .forEach(
            responses ->
                assertThat(new HashSet<>(List.copyOf(names(responses)))).contains("401", "500"));
    document()
        .at("/components/responses")
        .properties()
        .forEach(
            response -> {
              if (!response.getKey().equals("Accepted")) {
                assertThat(
                        response
                            .getValue()
                            .at("/content/application~1problem+json/schema/$ref")
                            .asText())
                    .as(response.getKey())
                    .isEqualTo("#/components/schemas/Problem");
              }
            });
  }

  @Test
  void itNamesEveryCode() {
    var codes = new TreeSet<String>();
    document().at("/components/schemas/Code/enum").forEach(code -> codes.add(code.asText()));

    assertThat(codes)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(ErrorCode.values()).map(ErrorCode::toString).toList());
  }

  @Test
  void answersAreWhatItSays() {
    var ada = new Samples(store, Owner.ofSubject("ada"));
    String completed = "/media/" + ada.completed(MediaKind.IMAGE, 60);
    String failed = "/media/" + ada.failed(MediaKind.VIDEO, 61);
    String queued = "/media/" + ada.queued(MediaKind.VIDEO, 62);
    String processing = "/media/" + ada.processing(63, 1);
    String streamed = "/media/" + ada.streamed(64);
    Call ticket =
        Call.of("POST", "/uploads")
            .json("{\"fileName\": \"a\", \"contentType\": \"image/png\", \"size\": 1}");

    assertMatches("Media", Call.of("GET", completed));
    assertMatches("Media", Call.of("GET", failed));
    assertMatches("Media", Call.of("GET", queued));
    assertMatches("Media", Call.of("GET", processing));
    assertMatches("Media", Call.of("GET", streamed));
    assertMatches("Page", Call.of("GET", "/media?status=processing"));
    assertMatches("Page", Call.of("GET", "/media?limit=2"));
    assertMatches("Accepted", Call.of("POST", completed + "/reprocess"));
    assertMatches("UploadTicket", ticket);
    assertMatches("Problem", Call.of("POST", "/uploads").json("{}"));
    assertMatches("Problem", Call.of("GET", "/nowhere"));
  }

  private static void assertMatches(String schema, Call call) {
    var root = (com.fasterxml.jackson.databind.node.ObjectNode) document();
    root.put("$ref", "#/components/schemas/" + schema);
    String answer = call.send().body();
    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(root.toString(), InputFormat.JSON)
                .validate(answer, InputFormat.JSON))
        .as(answer)
        .isEmpty();
  }

  private static List<String> names(JsonNode object) {
    return object.properties().stream().map(java.util.Map.Entry::getKey).toList();
  }

  private static JsonNode document() {
    return Call.anonymous("GET", "/openapi").header("accept", "application/json").send().json();
  }
}
