package dev.darkroom.upload.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AllowTest {
  @Test
  void everyAddressHasItsMethods() {
    assertThat(Allow.at("/")).isEqualTo("GET");
    assertThat(Allow.at("/openapi")).isEqualTo("GET");
    assertThat(Allow.at("/uploads/")).isEqualTo("POST");
    assertThat(Allow.at("/media")).isEqualTo("GET, POST");
    assertThat(Allow.at("/media/00x")).isEqualTo("GET, DELETE");
    assertThat(Allow.at("/media/00x/reprocess")).isEqualTo("POST");
    assertThat(Allow.at("/media/00x/playlists/stream.m3u8")).isEqualTo("GET");
  }
}
