package dev.darkroom.upload.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.darkroom.contract.MediaKind;
import dev.darkroom.upload.config.UploadLimits;
import dev.darkroom.upload.http.Checked;
import dev.darkroom.upload.http.FieldError;
import dev.darkroom.upload.ticket.UploadPolicy.Admission;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class UploadPolicyTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final UploadPolicy policy =
      new UploadPolicy(new UploadLimits(1000, 10, Duration.ofMinutes(15), Duration.ofHours(1)));

  @Test
  void theDeclaredTypeDecidesWhichWorkerLooksFirst() throws Exception {
    assertThat(admitted(request("a.heic", "image/heic", "1")).kind()).isEqualTo(MediaKind.IMAGE);
    assertThat(admitted(request("a.mov", "video/quicktime", "1")).kind())
        .isEqualTo(MediaKind.VIDEO);
  }

  @Test
  void typesAreReadInAnyCaseAndWithoutTheirParameters() throws Exception {
    assertThat(admitted(request("a", "Video/WebM; codecs=\\\"vp9\\\"", "1")).contentType())
        .isEqualTo("video/webm");
  }

  @Test
  void sizesUpToTheLimitAreTaken() throws Exception {
    assertThat(admitted(request("a", "image/png", "1000")).size()).isEqualTo(1000);
    assertThat(refused(request("a", "image/png", "1001"))).containsExactly("size");
    assertThat(refused(request("a", "image/png", "0"))).containsExactly("size");
    assertThat(refused(request("a", "image/png", "-1"))).containsExactly("size");
    assertThat(refused(request("a", "image/png", "1.5"))).containsExactly("size");
    assertThat(refused(request("a", "image/png", "18446744073709551617"))).containsExactly("size");
  }

  @Test
  void aChecksumMayBeThereButMustBeOne() throws Exception {
    String request = "{\"fileName\":\"a\",\"contentType\":\"image/png\",\"size\":1,\"sha256\":%s}";

    assertThat(admitted(request.formatted("null")).sha256()).isNull();
    assertThat(admitted(request.formatted('"' + "0".repeat(64) + '"')).sha256())
        .isEqualTo("A".repeat(43) + "=");
    assertThat(refused(request.formatted("\"abc\""))).containsExactly("sha256");
    assertThat(refused(request.formatted("7"))).containsExactly("sha256");
  }

  @Test
  void textsThatAreTooLongAreRefusedBeforeTheyAreRead() throws Exception {
    String name = "a".repeat(1_000_000);
    String type = "image/png" + " ".repeat(600);
    String request =
        "{\"fileName\":\"%s\",\"contentType\":\"%s\",\"size\":1,\"sha256\":\"%s\"}"
            .formatted(name, type, "0".repeat(65));

    assertThat(check(request))
        .isEqualTo(
            new Checked.Invalid<Admission>(
                List.of(
                    new FieldError("fileName", "must have at most 1024 characters"),
                    new FieldError("contentType", "must have at most 512 characters"),
                    new FieldError("sha256", "must have at most 64 characters"))));
    assertThat(admitted(request("a".repeat(1024), "image/png", "1")).name().original())
        .hasSize(255);
  }

  @Test
  void everythingWrongIsToldAtOnce() throws Exception {
    assertThat(refused("{\"sha256\": \"\"}"))
        .containsExactly("fileName", "contentType", "size", "sha256");
    assertThat(refused("{\"fileName\": [], \"contentType\": {}, \"size\": \"1\", \"sha256\": []}"))
        .containsExactly("fileName", "contentType", "size", "sha256");
    assertThat(refused(request("  ", "text/html", "0")))
        .containsExactly("fileName", "contentType", "size");
  }

  private static String request(String name, String type, String size) {
    return "{\"fileName\": \"%s\", \"contentType\": \"%s\", \"size\": %s}"
        .formatted(name, type, size);
  }

  private Admission admitted(String json) throws JsonProcessingException {
    return switch (check(json)) {
      case Checked.Valid(Admission admission) -> admission;
      case Checked.Invalid(var errors) -> throw new AssertionError(errors);
    };
  }

  private List<String> refused(String json) throws JsonProcessingException {
    return switch (check(json)) {
      case Checked.Valid(Admission admission) -> throw new AssertionError(admission);
      case Checked.Invalid(var errors) -> errors.stream().map(FieldError::field).toList();
    };
  }

  private Checked<Admission> check(String json) throws JsonProcessingException {
    return policy.check(JSON.readValue(json, UploadRequest.class));
  }
}
