package dev.darkroom.upload.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompressionTest {
  private static final String LONG = "a".repeat(5 << 20);

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "gzip, deflate, br", "br,gzip;q=0.5", "deflate, gzip ; q=1"})
  void aTextIsCompressedForClientsThatAcceptIt(String accepted) throws IOException {
    Response answer = answer(LONG, accepted);

    assertThat(answer.getHeaderString("Content-Encoding")).isEqualTo("gzip");
    assertThat(answer.getHeaderString("Vary")).isEqualTo("Accept-Encoding");
    var body = new GZIPInputStream(new ByteArrayInputStream((byte[]) answer.getEntity()));
    assertThat(new String(body.readAllBytes(), UTF_8)).isEqualTo(LONG);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "br", "identity", "gzip;q=0", "gzip;q=0.0, br", "xgzip"})
  void aTextIsSentAsItIsToOthersIfItFits(@Nullable String accepted) {
    Response answer = answer("text", accepted);

    assertThat(answer.getHeaderString("Content-Encoding")).isNull();
    assertThat((byte[]) answer.getEntity()).isEqualTo("text".getBytes(UTF_8));
    assertThat(answer(LONG, accepted).getStatus()).isEqualTo(413);
  }

  private static Response answer(String text, @Nullable String accepted) {
    return Compression.answer(text, "text/plain", accepted);
  }
}
