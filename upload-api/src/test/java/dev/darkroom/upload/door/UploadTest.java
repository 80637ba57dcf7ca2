package dev.darkroom.upload.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.darkroom.stage.store.InMemoryObjectStore;
import dev.darkroom.stage.store.ObjectInfo;
import dev.darkroom.upload.door.Call.Answer;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

@QuarkusTest
class UploadTest {
  private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 1, 2, 3};
  private static final String FORM = "multipart/form-data; boundary=limit";

  @Inject InMemoryObjectStore store;

  @Test
  void aRawBodyBecomesAnOriginalUnderTheCallersNameAndAFreshId() {
    Answer answer =
        Call.of("POST", "/media")
            .header("Content-Disposition", "attachment; filename=\"a, b.jpg\"")
            .body("application/octet-stream", JPEG)
            .send();

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.json().path("kind").asText()).isEqualTo("image");
    assertThat(answer.json().path("status").asText()).isEqualTo("queued");
    String id = answer.json().path("id").asText();
    assertThat(answer.headers()).containsEntry("Location", "/media/" + id);
    ObjectInfo original = store.head("originals/image/_ada/" + id + "/a-b.jpg").orElseThrow();
    assertThat(original.contentType()).isEqualTo("image/jpeg");
    assertThat(original.metadata()).containsEntry("file-name", "a%2C%20b.jpg");
  }

  @Test
  void aBodyWithoutATypeIsTheFile() {
    Answer answer = Call.of("POST", "/media").body(JPEG).send();

    assertThat(answer.status()).as(answer.body()).isEqualTo(202);
    assertThat(answer.json().path("kind").asText()).isEqualTo("image");
  }

  @Test
  void aFormsFileIsTakenWhateverElseTheFormHolds() {
    Answer answer =
        Call.of("POST", "/media")
            .body(
                FORM,
                form(
                    part("name=\"album\"", "summer".getBytes(StandardCharsets.UTF_8)),
                    part("name=\"file\"; filename=\"Möwe.jpg\"", JPEG)))
            .send();

    assertThat(answer.status()).as(answer.body()).isEqualTo(202);
    String id = answer.json().path("id").asText();
    ObjectInfo original = store.head("originals/image/_ada/" + id + "/Mowe.jpg").orElseThrow();
    assertThat(original.metadata()).containsEntry("file-name", "M%C3%B6we.jpg");
    assertThat(original.size()).isEqualTo(JPEG.length);
  }

  @Test
  void aFormWithSeveralFilesIsRefused() {
    byte[] form =
        form(
            part("name=\"file\"; filename=\"a.jpg\"", JPEG),
            part("name=\"file\"; filename=\"b.jpg\"", JPEG));

    Answer answer = Call.of("POST", "/media").body(FORM, form).send();

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("invalid-request");
    assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo("file");
  }

  @Test
  void aFormWithoutAFileIsRefused() {
    Answer answer = Call.of("POST", "/media").body(FORM, form(part("name=\"album\"", JPEG))).send();

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo("file");
  }

  @Test
  void theDeclaredTypeIsNotBelieved() {
    Answer answer =
        Call.of("POST", "/media")
            .body("image/jpeg", "#!/bin/sh".getBytes(StandardCharsets.UTF_8))
            .send();

    assertThat(answer.status()).isEqualTo(415);
    assertThat(answer.code()).isEqualTo("unsupported-format");
  }

  @Test
  void anEmptyFileIsRefused() {
    Answer answer = Call.of("POST", "/media").header("content-type", "image/jpeg").send();

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.code()).isEqualTo("empty-file");
  }

  @Test
  void aFileTooLargeForABodyIsRefusedWithTheWayItCanGo() {
    Answer answer =
        Call.of("POST", "/media").body("image/jpeg", Arrays.copyOf(JPEG, 4_700_000)).send();

    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.code()).isEqualTo("too-large");
    assertThat(answer.json().path("detail").asText()).contains("POST /uploads");
  }

  @Test
  void aTicketAllowsOnePutOfExactlyWhatWasAskedFor() {
    Answer answer =
        Call.of("POST", "/uploads")
            .json(
                """
                {"fileName": "Möwe.mov", "contentType": "video/quicktime", "size": 5000000000}
                """)
            .send();

    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    JsonNode ticket = answer.json();
    String id = ticket.path("id").asText();
    assertThat(answer.headers()).containsEntry("Location", "/media/" + id);
    assertThat(ticket.path("method").asText()).isEqualTo("PUT");
    assertThat(ticket.path("url").asText())
        .startsWith("http://127.0.0.1:1/media/originals/video/_ada/" + id + "/Mowe.mov?")
        .contains("X-Amz-Expires=900");
    assertThat(ticket.path("headers").path("if-none-match").asText()).isEqualTo("*");
    assertThat(ticket.path("expiresAt").asText()).endsWith("Z");
  }

  @Test
  void aNameThatIsTooLongIsRefusedInHeadersAndForms() {
    String name = "a".repeat(10_000);
    Answer header =
        Call.of("POST", "/media")
            .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
            .body("image/jpeg", JPEG)
            .send();
    Answer form =
        Call.of("POST", "/media")
            .body(FORM, form(part("name=\"file\"; filename=\"" + "a".repeat(1025) + "\"", JPEG)))
            .send();

    assertTooLong(header, "Content-Disposition");
    assertTooLong(form, "file");
  }

  private static void assertTooLong(Answer answer, String field) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("invalid-request");
    assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo(field);
    assertThat(answer.json().path("detail").asText()).contains("must have at most");
  }

  @Test
  void everythingWrongWithATicketsRequestIsToldAtOnce() {
    Answer answer =
        Call.of("POST", "/uploads")
            .json("{\"fileName\": 7, \"contentType\": \"text/html\", \"size\": \"big\"}")
            .send();

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("errors").findValuesAsText("field"))
        .containsExactly("fileName", "contentType", "size");
  }

  private static byte[] form(byte[]... parts) {
    var form = new ByteArrayOutputStream();
    Arrays.stream(parts).forEach(form::writeBytes);
    form.writeBytes("--limit--\r\n".getBytes(StandardCharsets.UTF_8));
    return form.toByteArray();
  }

  private static byte[] part(String disposition, byte[] content) {
    var part = new ByteArrayOutputStream();
    part.writeBytes(
        ("--limit\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));
    part.writeBytes(content);
    part.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    return part.toByteArray();
  }
}
