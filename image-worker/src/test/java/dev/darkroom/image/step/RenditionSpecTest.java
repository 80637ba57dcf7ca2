package dev.darkroom.image.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.darkroom.image.step.RenditionSpec.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RenditionSpecTest {
  @Test
  void a_specification_is_name_box_and_mode() {
    assertThat(RenditionSpec.parse(" card 640x360 cover "))
        .isEqualTo(new RenditionSpec("card", 640, 360, Mode.COVER));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "large",
        "large 1920 fit",
        "large 0x10 fit",
        "large 10x9000 fit",
        "large 10x10 stretch",
        "../x 10x10 fit",
        "Manifest.json 10x10 fit"
      })
  void anything_else_is_refused_with_its_text(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> RenditionSpec.parse(text));
  }
}
