package dev.darkroom.codec.turbo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NeedsTurbo.class)
class TurboTest {
  @AfterEach
  void turnOn() {
    System.clearProperty(Turbo.SWITCH);
  }

  @Test
  void tellsItsVersions() {
    assertThat(Turbo.description()).contains("libjpeg-turbo 3.").contains("libwebp 1.");
  }

  @Test
  void canBeTurnedOffAndOnAgain() {
    System.setProperty(Turbo.SWITCH, "off");

    assertThat(Turbo.available()).isFalse();
    assertThat(Turbo.description()).isEqualTo("turned off");

    System.clearProperty(Turbo.SWITCH);

    assertThat(Turbo.available()).isTrue();
  }
}
