package dev.darkroom.codec.bmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.codec.Head;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.OutOfTime;
import dev.darkroom.codec.TimeLimit;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Decodes bitmaps of every header, depth and coding to known pixels. */
class BmpDecoderTest {
  private static final int BLACK = 0xff000000;
  private static final int RED = 0xffff0000;
  private static final int GREEN = 0xff00ff00;
  private static final int BLUE = 0xff0000ff;
  private static final int FIELDS = 3;
  private static final int FIELDS_AND_ALPHA = 6;

  @ParameterizedTest
  @ValueSource(ints = {16, 40, 42, 46, 52, 56, 64, 108, 124})
  void aPaletteFollowsAHeaderOfAnyLength(int header) throws Exception {
    byte[] file =
        BmpBytes.info(header, 3, 1, 8, 0, 3).colors(RED, GREEN, BLUE).pixels(2, 1, 0, 0).file();

    assertThat(pixels(file)).containsExactly(BLUE, GREEN, RED);
  }

  @Test
  void colorsOfTheFirstHeaderHaveThreeBytes() throws Exception {
    byte[] file = BmpBytes.core(2, 1, 4).colors(RED, GREEN).pixels(0x10, 0, 0, 0).file();

    assertThat(pixels(file)).containsExactly(GREEN, RED);
  }

  @ParameterizedTest
  @CsvSource({"1, 0x50", "2, 0x11", "4, 0x01"})
  void severalIndicesShareAByte(int bits, String first) throws Exception {
    int second = bits == 4 ? 0x01 : 0;
    byte[] file =
        BmpBytes.info(40, 4, 1, bits, 0, 2)
            .colors(RED, GREEN)
            .pixels(Integer.decode(first), second, 0, 0)
            .file();

    assertThat(pixels(file)).containsExactly(RED, GREEN, RED, GREEN);
  }

  @Test
  void indicesWithoutAColorAreBlack() throws Exception {
    byte[] file = BmpBytes.info(40, 3, 1, 8, 0, 1).colors(RED).pixels(0, 1, 255, 0).file();

    assertThat(pixels(file)).containsExactly(RED, BLACK, BLACK);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 300, 0x7fffffff})
  void aPaletteEndsWherePixelsBegin(int claimed) throws Exception {
    byte[] file = BmpBytes.info(40, 1, 1, 8, 0, claimed).colors(RED).pixels(0, 0, 0, 0).file();

    assertThat(pixels(file)).containsExactly(RED);
  }

  @Test
  void rowsComeFromBelowUnlessTheHeightIsNegative() throws Exception {
    byte[] below = BmpBytes.info(40, 1, 2, 8, 0, 2).colors(RED, BLUE).pixels(0, 0, 0, 0).file();
    byte[] above = BmpBytes.info(40, 1, -2, 8, 0, 2).colors(RED, BLUE).pixels(0, 0, 0, 0).file();
    byte[] next = {1, 0, 0, 0};

    assertThat(pixels(joined(below, next))).containsExactly(BLUE, RED);
    assertThat(pixels(joined(above, next))).containsExactly(RED, BLUE);
  }

  @Test
  void sixteenBitsWithoutMasksHaveFiveOfEachColor() throws Exception {
    byte[] file = BmpBytes.info(40, 2, 1, 16, 0, 0).pixels(0x00, 0x7c, 0xff, 0xff).file();

    assertThat(pixels(file)).containsExactly(RED, 0xffffffff);
  }

  @ParameterizedTest
  @CsvSource({
    "16, 0xf800, 0x07e0, 0x001f, 0xf800, 0xffff0000",
    "16, 0x001f, 0x03e0, 0x7c00, 0x001f, 0xffff0000",
    "16, 0x0f00, 0x00f0, 0x000f, 0x0a5f, 0xffaa55ff",
    "16, 0xc000, 0x3800, 0x0400, 0x4c00, 0xff5524ff",
    "32, 0xff000000, 0x00ff0000, 0x0000ff00, 0x10203040, 0xff102030",
    "32, 0x3ff00000, 0x000ffc00, 0x000003ff, 0x3ff802ff, 0xffff80bf",
    "32, 0x7f, 0x3f80, 0, 0x7f, 0xffff0000"
  })
  void masksOfAnyWidthTellTheColors(
      int bits, String red, String green, String blue, String value, String pixel)
      throws Exception {
    int stored = Long.decode(value).intValue();
    byte[] file =
        BmpBytes.info(40, 1, 1, bits, FIELDS, 0, mask(red), mask(green), mask(blue))
            .pixels(stored, stored >> 8, stored >> 16, stored >> 24)
            .file();

    assertThat(pixels(file)).containsExactly(Long.decode(pixel).intValue());
  }

  @ParameterizedTest
  @CsvSource({"40, 6", "56, 3", "56, 6", "108, 3", "124, 3"})
  void aMaskOfAlphaMakesPixelsTransparent(int header, int compression) throws Exception {
    byte[] file =
        BmpBytes.info(header, 2, 1, 32, compression, 0, 0xff0000, 0xff00, 0xff, 0xff000000)
            .pixels(0x30, 0x20, 0x10, 0x80, 0x30, 0x20, 0x10, 0)
            .file();

    assertThat(pixels(file)).containsExactly(0x80102030, 0x00102030);
  }

  @Test
  void alphaThatIsZeroEverywhereIsNone() throws Exception {
    byte[] file =
        BmpBytes.info(108, 1, 1, 32, FIELDS, 0, 0xff0000, 0xff00, 0xff, 0xff000000)
            .pixels(0x30, 0x20, 0x10, 0)
            .file();

    assertThat(pixels(file)).containsExactly(0xff102030);
  }

  @Test
  void theFourthByteWithoutAMaskIsNoAlpha() throws Exception {
    byte[] plain =
        BmpBytes.info(108, 1, 1, 32, 0, 0, 0xff0000, 0xff00, 0xff, 0xff000000)
            .pixels(0x30, 0x20, 0x10, 0x80)
            .file();
    byte[] masked =
        BmpBytes.info(40, 1, 1, 32, FIELDS, 0, 0xff0000, 0xff00, 0xff)
            .pixels(0x30, 0x20, 0x10, 0x80)
            .file();

    assertThat(pixels(plain)).containsExactly(0xff102030);
    assertThat(pixels(masked)).containsExactly(0xff102030);
  }

  @Test
  void runsLiteralsAndJumpsOfEightBits() throws Exception {
    byte[] file =
        BmpBytes.info(40, 4, 3, 8, 1, 2)
            .colors(RED, BLUE)
            .pixels(2, 1, 0, 2, 1, 0, 1, 1, 0, 0, 0, 3, 0, 1, 0, 0, 0, 0, 9, 1, 0, 1)
            .file();

    assertThat(pixels(file))
        .containsExactly(BLUE, BLUE, BLUE, BLUE, RED, BLUE, RED, 0, BLUE, BLUE, 0, BLUE);
  }

  @Test
  void runsOfFourBitsTakeTurns() throws Exception {
    byte[] file =
        BmpBytes.info(40, 4, 2, 4, 2, 2)
            .colors(RED, BLUE)
            .pixels(4, 0x01, 0, 0, 0, 3, 0x11, 0x00, 1, 0x10, 0, 1)
            .file();

    assertThat(pixels(file)).containsExactly(BLUE, BLUE, RED, BLUE, RED, BLUE, RED, BLUE);
  }

  @Test
  void runsOfTwentyFourBitsAreThoseOfOs2() throws Exception {
    byte[] file = BmpBytes.info(64, 3, 1, 24, 4, 0).pixels(2, 0, 0, 255, 1, 255, 0, 0, 0, 1).file();

    assertThat(pixels(file)).containsExactly(RED, RED, BLUE);
  }

  @ParameterizedTest
  @CsvSource({
    "40, 24, 4, a JPEG inside",
    "40, 24, 5, a PNG inside",
    "64, 1, 3, Huffman codes",
    "40, 8, 11, an unknown compression",
    "40, 64, 0, 64 bits a pixel",
    "40, 24, 1, run lengths of 8 bits for 24 bits a pixel"
  })
  void namesWhatIsNotSupported(int header, int bits, int compression, String exotic)
      throws Exception {
    byte[] file = BmpBytes.info(header, 1, 1, bits, compression, 0).pixels(0, 0, 0, 0).file();

    assertThat(BmpHeader.read(new Head(file, true)).exotic()).isEqualTo(exotic);
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 24})
  void rowsBeforeTheEndOfTheFileAreShown(int bits) throws Exception {
    byte[] file = BmpBytes.info(40, 1, 2, bits, 0, 1).colors(0).pixels(0, 0, 0, 0).file();

    BmpPicture picture = BmpDecoder.decode(file, 1, 2, TimeLimit.NONE);

    assertThat(picture.damaged()).isTrue();
    assertThat(picture.bitmap().pixels()).containsExactly(0, BLACK);
  }

  @Test
  void looksAtTheClock() {
    byte[] plain = BmpBytes.info(40, 1, 1, 24, 0, 0).pixels(0, 0, 0, 0).file();
    byte[] runs = BmpBytes.info(40, 1, 1, 8, 1, 1).colors(0).pixels(1, 0, 0, 1).file();

    for (byte[] file : new byte[][] {plain, runs}) {
      assertThatThrownBy(() -> BmpDecoder.decode(file, 1, 1, () -> true))
          .isInstanceOf(OutOfTime.class);
    }
  }

  @Test
  void damagedFilesGivePixelsOrAreMalformed() throws Exception {
    byte[][] files = {
      BmpBytes.info(40, 4, 3, 8, 1, 2).colors(1, 2).pixels(2, 1, 0, 2, 1, 0, 0, 3, 0, 1, 0).file(),
      BmpBytes.info(64, 3, 1, 24, 4, 0).pixels(2, 0, 0, 255, 1, 255, 0, 0, 0, 1).file(),
      BmpBytes.info(108, 2, 1, 32, FIELDS_AND_ALPHA, 0, 1, 2, 4, 8).pixels(1, 2, 3, 4).file()
    };
    var random = new Random(5);
    int shown = 0;
    for (int round = 0; round < 30_000; round++) {
      byte[] file = files[round % files.length];
      byte[] mutant = Arrays.copyOf(file, 14 + random.nextInt(file.length - 13));
      for (int i = 0; i < 2; i++) {
        mutant[random.nextInt(mutant.length)] = (byte) random.nextInt(256);
      }
      try {
        var header = BmpHeader.read(new Head(mutant, true));
        if (header.pixels() < 10_000 && header.exotic() == null) {
          BmpDecoder.decode(mutant, header.width(), header.height(), TimeLimit.NONE);
          shown++;
        }
      } catch (Malformed e) {
        assertThat(e.reason()).isNotBlank();
      }
    }
    assertThat(shown).isGreaterThan(1000);
  }

  private static int[] pixels(byte[] file) throws Malformed, OutOfTime {
    var header = BmpHeader.read(new Head(file, true));
    assertThat(header.exotic()).isNull();
    BmpPicture picture = BmpDecoder.decode(file, header.width(), header.height(), TimeLimit.NONE);
    assertThat(picture.damaged()).isFalse();
    return picture.bitmap().pixels();
  }

  private static int mask(String text) {
    return Long.decode(text).intValue();
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] joined = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, joined, first.length, second.length);
    return joined;
  }
}
