package dev.darkroom.upload.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.upload.door.Call.Answer;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PageTest {
  @Test
  void everybodyCanOpenIt() {
    Answer page = page();

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.headers().get("Content-Type")).startsWith("text/html");
    assertThat(page.body()).startsWith("<!doctype html>").doesNotContain("{{");
  }

  @Test
  void itsPolicyLetsOnlyItsOwnScriptAndStyleWork() throws Exception {
    Answer page = page();

    String policy = page.headers().get("Content-Security-Policy");
    assertThat(policy)
        .contains("default-src 'none'")
        .contains("script-src 'sha256-" + hash(page.body(), "script") + "'")
        .contains("style-src 'sha256-" + hash(page.body(), "style") + "'")
        .doesNotContain("unsafe");
  }

  @Test
  void itReachesTheApiAndTheBucketAndNothingElse() {
    assertThat(page().headers().get("Content-Security-Policy"))
        .contains("connect-src 'self' http://127.0.0.1:1;")
        .contains("img-src data: http://127.0.0.1:1;")
        .contains("media-src 'self' http://127.0.0.1:1;");
    assertThat(page().body()).doesNotContainPattern("(src|href)=\"(https?:)?//");
  }

  @Test
  void itIsSentOnceAsLongAsItIsTheSame() {
    String tag = page().headers().getOrDefault("ETag", "");

    Answer again = Call.anonymous("GET", "/").header("If-None-Match", tag).send();

    assertThat(again.status()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }

  @Test
  void everyAnswerForbidsGuessingItsType() {
    assertThat(page().headers()).containsEntry("X-Content-Type-Options", "nosniff");
    assertThat(Call.anonymous("GET", "/nowhere").send().headers())
        .containsEntry("X-Content-Type-Options", "nosniff");
  }

  private static Answer page() {
    return Call.anonymous("GET", "/").send();
  }

  private static String hash(String html, String tag) throws Exception {
    Matcher content =
        Pattern.compile("<%1$s>(.*?)</%1$s>".formatted(tag), Pattern.DOTALL).matcher(html);
    assertThat(content.find()).isTrue();
    byte[] bytes = content.group(1).getBytes(StandardCharsets.UTF_8);
    return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
