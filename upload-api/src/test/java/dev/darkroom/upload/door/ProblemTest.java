package dev.darkroom.upload.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.upload.door.Call.Answer;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProblemTest {
  @Test
  void anUnknownAddressIsNotFound() {
    assertProblem(Call.of("GET", "/nowhere").send(), 404, "not-found");
    assertProblem(Call.of("GET", "/media/x/y/z").send(), 404, "not-found");
  }

  @Test
  void aMethodThatAnAddressDoesNotKnowIsNotAllowedAndThoseItKnowsAreNamed() {
    Answer answer = Call.of("PUT", "/media").body("image/jpeg", new byte[1]).send();

    assertProblem(answer, 405, "method-not-allowed");
    assertThat(answer.headers().get("Allow")).contains("GET").contains("POST");
  }

  @Test
  void whatCannotBeGivenIsNotAcceptable() {
    assertProblem(
        Call.of("GET", "/media").header("accept", "image/png").send(), 406, "not-acceptable");
  }

  @Test
  void aBodyOfAnotherTypeThanTheCallTakesIsUnsupported() {
    assertProblem(
        Call.of("POST", "/uploads").body("text/plain", new byte[1]).send(),
        415,
        "unsupported-media-type");
  }

  @Test
  void whatIsNoJsonObjectIsInvalid() {
    assertProblem(Call.of("POST", "/uploads").json("{").send(), 400, "invalid-request");
    assertProblem(Call.of("POST", "/uploads").json("[1]").send(), 400, "invalid-request");
    assertProblem(Call.of("POST", "/uploads").json("7").send(), 400, "invalid-request");
    assertProblem(Call.of("POST", "/uploads").json("").send(), 400, "invalid-request");
    assertProblem(Call.of("POST", "/uploads").json("null").send(), 400, "invalid-request");
  }

  @Test
  void aFormThatBreaksOffIsInvalid() {
    byte[] form = "--limit\r\nContent-Disp".getBytes(java.nio.charset.StandardCharsets.UTF_8);

    assertProblem(
        Call.of("POST", "/media").body("multipart/form-data; boundary=limit", form).send(),
        400,
        "invalid-request");
    assertProblem(
        Call.of("POST", "/media").body("multipart/form-data", form).send(), 400, "invalid-request");
  }

  @Test
  void whoeverHasNotSignedInIsTold() {
    Answer answer = Call.anonymous("GET", "/media").send();

    assertProblem(answer, 401, "unauthenticated");
    assertThat(answer.headers().get("WWW-Authenticate")).isEqualTo("Bearer");
  }

  private static void assertProblem(Answer answer, int status, String code) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().get("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.code()).isEqualTo(code);
    assertThat(answer.json().path("status").asInt()).isEqualTo(status);
    assertThat(answer.json().path("title").asText()).isNotEmpty();
    assertThat(answer.json().path("detail").asText()).isNotEmpty().doesNotContain("Exception");
    assertThat(answer.json().path("type").asText()).endsWith(code);
  }
}
