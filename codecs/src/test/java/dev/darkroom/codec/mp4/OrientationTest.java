package dev.darkroom.codec.mp4;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.picture.Plane;
import dev.darkroom.codec.picture.RgbPicture;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrientationTest {
  /**
   * The matrix of a track header moves the picture's corners; the turned picture must have each
   * where the matrix puts it. 1 2 3 over 4 5 6 is the picture.
   */
  @ParameterizedTest
  @CsvSource({
    " 1,  0,  0,  1,   0, false, 123456",
    " 0,  1, -1,  0,  90, false, 415263",
    "-1,  0,  0, -1, 180, false, 654321",
    " 0, -1,  1,  0, 270, false, 362514",
    "-1,  0,  0,  1,   0, true,  321654",
    " 1,  0,  0, -1, 180, true,  456123",
    " 0, -1, -1,  0,  90, true,  635241",
    " 0,  1,  1,  0, 270, true,  142536"
  })
  void turnsAsTheMatrixSays(
      int a, int b, int c, int d, int rotation, boolean mirrored, String expected) {
    int one = 1 << 16;

    Orientation orientation = Orientation.of(a * one, b * one, c * one, d * one);

    assertThat(orientation).isEqualTo(new Orientation(rotation, mirrored));
    var plane = new Plane(new byte[] {1, 2, 3, 4, 5, 6}, 3, 2);
    RgbPicture turned = new RgbPicture(plane, plane, plane).turned(rotation, mirrored);
    assertThat(turned.width()).isEqualTo(orientation.transposes() ? 2 : 3);
    assertThat(turned.r().samples()).isEqualTo(digits(expected));
    assertThat(turned.r().samples()).isEqualTo(moved(a, b, c, d));
  }

  /** Moves each pixel by the matrix (x' = ax + cy, y' = bx + dy) and back to start at zero. */
  private static byte[] moved(int a, int b, int c, int d) {
    int width = a != 0 ? 3 : 2;
    byte[] out = new byte[6];
    for (int y = 0; y < 2; y++) {
      for (int x = 0; x < 3; x++) {
        int toX = a * x + c * y + (a < 0 ? 2 : 0) + (c < 0 ? 1 : 0);
        int toY = b * x + d * y + (b < 0 ? 2 : 0) + (d < 0 ? 1 : 0);
        out[toY * width + toX] = (byte) (3 * y + x + 1);
      }
    }
    return out;
  }

  private static byte[] digits(String text) {
    byte[] digits = new byte[text.length()];
    for (int i = 0; i < digits.length; i++) {
      digits[i] = (byte) (text.charAt(i) - '0');
    }
    return digits;
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 0, 0", "46341, 46341, -46341, 46341", "65536, 100, 0, 65536"})
  void otherMatricesTurnNothing(int a, int b, int c, int d) {
    assertThat(Orientation.of(a, b, c, d)).isEqualTo(Orientation.NONE);
  }

  @Test
  void everyOrientationCanBeWrittenAndCombined() throws Exception {
    for (int rotation = 0; rotation < 360; rotation += 90) {
      for (boolean mirrored : new boolean[] {false, true}) {
        var orientation = new Orientation(rotation, mirrored);
        ByteBuffer matrix = ByteBuffer.allocate(36);
        orientation.write(matrix);
        assertThat(Orientation.read(new ByteReader(matrix.array()))).isEqualTo(orientation);
        assertThat(Orientation.NONE.then(orientation)).isEqualTo(orientation);
        assertThat(orientation.then(Orientation.NONE)).isEqualTo(orientation);
      }
    }
    assertThat(new Orientation(90, false).then(new Orientation(180, true)))
        .isEqualTo(new Orientation(90, true));
  }
}
