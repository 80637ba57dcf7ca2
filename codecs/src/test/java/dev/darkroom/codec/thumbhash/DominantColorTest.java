package dev.darkroom.codec.thumbhash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DominantColorTest {
  @Test
  void isAColorThatIsThereNotTheMeanOfAll() {
    int[] pixels = new int[100];
    Arrays.fill(pixels, 0xff0000ff);
    Arrays.fill(pixels, 0, 60, 0xffff0000);

    assertThat(DominantColor.of(pixels)).isEqualTo("#ff0000");
  }

  @Test
  void whatIsTransparentDoesNotCount() {
    assertThat(DominantColor.of(new int[] {0x7f00ff00, 0x0000ff00, 0xff123456}))
        .isEqualTo("#123456");
    assertThat(DominantColor.of(new int[] {0x00ff0000})).isEqualTo("#ffffff");
  }
}
