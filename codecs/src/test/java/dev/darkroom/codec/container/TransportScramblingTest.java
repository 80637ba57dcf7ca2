package dev.darkroom.codec.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransportScramblingTest {
  private static final int TABLE = 0;
  private static final int PICTURES = 0x100;
  private static final int SOUND = 0x101;
  private static final int STUFFING = 0x1fff;

  @ParameterizedTest
  @ValueSource(ints = {188, 192, 204})
  void isFoundInPacketsOfAnySize(int stride) {
    assertThat(TransportScrambling.isIn(stream(stride, 0, 0xC0))).isTrue();
    assertThat(TransportScrambling.isIn(stream(stride, 61, 0x80))).isTrue();
    assertThat(TransportScrambling.isIn(stream(stride, 0, 0))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aProgramWithClearPicturesIsNot(boolean adapted) {
    byte[] stream = stream(188, 0, 0xC0);
    int at = 10 * 188;
    stream[at + 1] |= 0x40;
    stream[at + 3] = (byte) (adapted ? 0x30 : 0x10);
    stream[at + 4] = (byte) (adapted ? 7 : 0);
    System.arraycopy(
        new byte[] {0, 0, 1, (byte) 0xe0}, 0, stream, at + (adapted ? 4 + 1 + 7 : 4), 4);

    assertThat(TransportScrambling.isIn(stream)).isFalse();
  }

  @Test
  void clearSoundAlonePlaysNoVideo() {
    byte[] stream = stream(188, 0, 0xC0);
    int at = 12 * 188;
    stream[at + 1] |= 0x40;
    stream[at + 3] = 0x10;
    System.arraycopy(new byte[] {0, 0, 1, (byte) 0xc0}, 0, stream, at + 4, 4);

    assertThat(TransportScrambling.isIn(stream)).isTrue();
  }

  @Test
  void whatIsNoStreamIsNotScrambled() {
    assertThat(TransportScrambling.isIn(new byte[0])).isFalse();
    assertThat(TransportScrambling.isIn(new byte[1000])).isFalse();
    assertThat(TransportScrambling.isIn(Arrays.copyOf(stream(188, 0, 0xC0), 500))).isFalse();
  }

  /**
   * Makes a stream whose tables are readable.
   *
   * @param before bytes before the first packet
   * @param scrambling bits of the header
   */
  private static byte[] stream(int stride, int before, int scrambling) {
    byte[] stream = new byte[before + 60 * stride];
    for (int i = 0; i < 60; i++) {
      int at = before + i * stride + (stride == 192 ? 4 : 0);
      int pid = i % 20 == 0 ? TABLE : i % 20 == 1 ? STUFFING : i % 3 == 0 ? SOUND : PICTURES;
      stream[at] = 0x47;
      stream[at + 1] = (byte) (pid >> 8);
      stream[at + 2] = (byte) pid;
      stream[at + 3] = (byte) (0x10 | (pid == PICTURES || pid == SOUND ? scrambling : 0));
    }
    return stream;
  }
}
