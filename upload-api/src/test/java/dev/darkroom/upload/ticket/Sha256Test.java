package dev.darkroom.upload.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class Sha256Test {
  private static final String BASE64 = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

  @Test
  void hexAndBase64AreTheSameChecksum() {
    assertThat(Sha256.base64("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"))
        .hasValue(BASE64);
    assertThat(Sha256.base64("E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855"))
        .hasValue(BASE64);
    assertThat(Sha256.base64(BASE64)).hasValue(BASE64);
  }

  @Test
  void anythingElseIsNone() {
    assertThat(Sha256.base64("")).isEmpty();
    assertThat(Sha256.base64("e3b0")).isEmpty();
    assertThat(Sha256.base64("x".repeat(64))).isEmpty();
    assertThat(Sha256.base64("not base64!")).isEmpty();
  }
}
