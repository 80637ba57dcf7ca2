package dev.darkroom.host.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpAnswerTest {

  @Test
  void aResponseIsTakenAtItsWord() {
    HttpAnswer answer =
        HttpAnswer.of(
            """
            {"statusCode":201,"headers":{"Location":"/media/1","X-Count":3},"cookies":["a=1; Path=/","b=2"],
             "body":"bWVkaWE=","isBase64Encoded":true}
            """);
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.headers())
        .containsEntry("Location", "/media/1")
        .containsEntry("X-Count", "3");
    assertThat(answer.cookies()).containsExactly("a=1; Path=/", "b=2");
    assertThat(answer.body().bytes()).asString(UTF_8).isEqualTo("media");
  }

  @Test
  void whatHasNoStatusCodeIsSentAsJson() {
    HttpAnswer object = HttpAnswer.of("{\"message\":\"hello\"}");
    assertThat(object.status()).isEqualTo(200);
    assertThat(object.headers()).containsEntry("content-type", "application/json");
    assertThat(object.body().bytes()).asString(UTF_8).isEqualTo("{\"message\":\"hello\"}");
    assertThat(HttpAnswer.of("\"hello\"").body().bytes()).asString(UTF_8).isEqualTo("hello");
  }

  @Test
  void headersThatBelongToTheServerAreLeftToIt() {
    HttpAnswer answer =
        HttpAnswer.of(
            """
            {"statusCode":200,"headers":{"Content-Length":"7","Transfer-Encoding":"chunked"},"body":"x"}
            """);
    assertThat(answer.headers()).containsOnlyKeys("content-type");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no JSON",
        "{\"statusCode\":\"soon\"}",
        "{\"statusCode\":99}",
        "{\"statusCode\":600}",
        "{\"statusCode\":200,\"body\":\"#\",\"isBase64Encoded\":true}"
      })
  void whatIsNoResponseIsAnError(String payload) {
    assertThat(HttpAnswer.of(payload)).isEqualTo(HttpAnswer.FUNCTION_ERROR);
  }
}
