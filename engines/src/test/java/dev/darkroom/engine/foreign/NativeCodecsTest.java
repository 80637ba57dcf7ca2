package dev.darkroom.engine.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NeedsNativeCodecs.class)
class NativeCodecsTest {
  @AfterEach
  void turnOn() {
    System.clearProperty(NativeCodecs.SWITCH);
  }

  @Test
  void tellsItsVersions() {
    assertThat(NativeCodecs.description()).contains("libjpeg-turbo 3.").contains("libwebp 1.");
  }

  @Test
  void canBeTurnedOffAndOnAgain() {
    System.setProperty(NativeCodecs.SWITCH, "off");

    assertThat(NativeCodecs.available()).isFalse();
    assertThat(NativeCodecs.description()).isEqualTo("turned off");

    System.clearProperty(NativeCodecs.SWITCH);

    assertThat(NativeCodecs.available()).isTrue();
  }
}
