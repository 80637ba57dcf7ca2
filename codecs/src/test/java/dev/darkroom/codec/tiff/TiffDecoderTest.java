package dev.darkroom.codec.tiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.codec.Head;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.OutOfTime;
import dev.darkroom.codec.TimeLimit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Decodes samples of every depth, format and meaning to known pixels. */
class TiffDecoderTest {
  private static final int WHITE_IS_ZERO = 0;
  private static final int GRAY = 1;
  private static final int RGB = 2;
  private static final int PALETTE = 3;
  private static final int YCBCR = 6;
  private static final int LAB = 8;
  private static final int[] EIGHT_BITS = {8, 8, 8};

  /** Fails for JPEGs, and shows inks as if each took away one light. */
  private static final TiffPort PORT =
      new TiffPort() {
        @Override
        public Block jpeg(byte[] file, int width, int height, int samples) throws Malformed {
          throw new Malformed(0, "no JPEG here");
        }

        @Override
        public void inks(byte[] cmyk, int[] rgb, int at) {
          for (int i = 0; i < cmyk.length / 4; i++) {
            rgb[at + i] =
                0xff000000
                    | (~cmyk[4 * i] & 0xff) << 16
                    | (~cmyk[4 * i + 1] & 0xff) << 8
                    | (~cmyk[4 * i + 2] & 0xff);
          }
        }
      };

  @ParameterizedTest
  @CsvSource({
    "1, 0, 1, 0x00, 0xff",
    "4, 0, 5, 0x00, 0x55",
    "10, 1023, 185, 0xff, 0x2e",
    "12, 4095, 739, 0xff, 0x2e",
    "14, 16383, 2956, 0xff, 0x2e",
    "16, 65535, 11822, 0xff, 0x2e",
    "24, 16777215, 3026478, 0xff, 0x2e",
    "31, 2147483647, 387389207, 0xff, 0x2e",
    "32, 4294967295, 774778414, 0xff, 0x2e"
  })
  void aSampleMeansWhatItsBitsSay(
      int bits, long first, long second, String firstLevel, String secondLevel) throws Exception {
    for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
      byte[] packed = packed(order, bits, first, second);

      int[] dark = pixels(TiffBytes.of(order, 2, 1, GRAY, bits).data(packed));
      int[] inverted = pixels(TiffBytes.of(order, 2, 1, WHITE_IS_ZERO, bits).data(packed));

      assertThat(dark).containsExactly(gray(firstLevel), gray(secondLevel));
      assertThat(inverted)
          .containsExactly(gray(firstLevel) ^ 0xffffff, gray(secondLevel) ^ 0xffffff);
    }
  }

  @ParameterizedTest
  @CsvSource({"2, 0, 16448", "4, 0, 1077952576", "2, 0, 128", "4, 0, 32896"})
  void signedSamplesWithoutNegativesBeginAtBlack(int bytes, double first, double second)
      throws Exception {
    TiffBytes file = TiffBytes.of(2, 1, GRAY, 8 * bytes).with(TiffBytes.FORMAT, 2);

    assertThat(pixels(file.data(bytes, first, second))).containsExactly(gray("0x00"), gray("0x80"));
  }

  @Test
  void signedSamplesWithNegativesUseTheirWholeRange() throws Exception {
    TiffBytes file = TiffBytes.of(3, 1, GRAY, 16).with(TiffBytes.FORMAT, 2);

    assertThat(pixels(file.data(2, -32768, 128, 32767)))
        .containsExactly(gray("0x00"), gray("0x80"), gray("0xff"));
  }

  @ParameterizedTest
  @CsvSource({"1", "255", "65535"})
  void floatingPointSamplesKeepTheScaleOfTheirProgram(double white) throws Exception {
    TiffBytes file = TiffBytes.of(3, 1, GRAY, 64).with(TiffBytes.FORMAT, 3);

    assertThat(pixels(file.data(8, 0, white * 0x33 / 255, white)))
        .containsExactly(gray("0x00"), gray("0x33"), gray("0xff"));
  }

  @Test
  void lightBrighterThanWhiteIsWhite() throws Exception {
    TiffBytes file = TiffBytes.of(4, 1, GRAY, 64).with(TiffBytes.FORMAT, 3);

    assertThat(pixels(file.data(8, -1, 0.2, 5, Double.NaN)))
        .containsExactly(gray("0x00"), gray("0x33"), gray("0xff"), gray("0x00"));
  }

  @Test
  void aRangeThatTheFileTellsIsUsed() throws Exception {
    TiffBytes file =
        TiffBytes.of(2, 1, GRAY, 64).with(TiffBytes.FORMAT, 3).real(340, 100).real(341, 200);

    assertThat(pixels(file.data(8, 100, 120))).containsExactly(gray("0x00"), gray("0x33"));
  }

  @ParameterizedTest
  @CsvSource({
    // Meanings of two extra samples: alpha is the one that has the meaning of alpha.
    "0, 0, 0xff102030",
    "0, 2, 0x80102030",
    "2, 0, 0x40102030",
    "2, 2, 0x40102030"
  })
  void onlyASampleThatIsCalledAlphaIsAlpha(int first, int second, String pixel) throws Exception {
    TiffBytes file =
        TiffBytes.of(1, 1, RGB, 8, 8, 8, 8, 8).with(TiffBytes.EXTRA_SAMPLES, first, second);

    assertThat(pixels(file.data(bytes(0x10, 0x20, 0x30, 0x40, 0x80))))
        .containsExactly(Long.decode(pixel).intValue());
  }

  @Test
  void associatedAlphaIsUndoneBeforeSamplesLoseDepth() throws Exception {
    TiffBytes file = TiffBytes.of(1, 1, RGB, 16, 16, 16, 16).with(TiffBytes.EXTRA_SAMPLES, 1);

    assertThat(pixels(file.data(2, 0x10 * 8, 0x20 * 8, 0x30 * 8, 0x808)))
        .containsExactly(0x08102030);
  }

  @Test
  void aPaletteMayHaveAlphaBesideIt() throws Exception {
    TiffBytes file =
        TiffBytes.of(2, 1, PALETTE, 8, 8)
            .with(TiffBytes.EXTRA_SAMPLES, 2)
            .with(TiffBytes.COLOR_MAP, colorMap(0x102030, 0xa0b0c0));

    assertThat(pixels(file.data(bytes(1, 0x80, 0, 0xff)))).containsExactly(0x80a0b0c0, 0xff102030);
  }

  @Test
  void planesOfTilesAreJoined() throws Exception {
    TiffBytes file =
        TiffBytes.of(3, 1, RGB, EIGHT_BITS)
            .with(TiffBytes.PLANAR, 2)
            .with(322, 2)
            .with(323, 1)
            .data(bytes(1, 2))
            .data(bytes(3, 0))
            .data(bytes(4, 5))
            .data(bytes(6, 0))
            .data(bytes(7, 8))
            .data(bytes(9, 0));

    assertThat(pixels(file)).containsExactly(0xff010407, 0xff020508, 0xff030609);
  }

  @Test
  void differencesAreOfSamplesNotOfBytes() throws Exception {
    for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
      TiffBytes file =
          TiffBytes.of(order, 2, 1, GRAY, 16)
              .with(TiffBytes.COMPRESSION, 8)
              .with(TiffBytes.PREDICTOR, 2);
      boolean little = order == ByteOrder.LITTLE_ENDIAN;
      // 0x00ff and 0x0101 more, which carries.
      byte[] row = little ? bytes(0xff, 0x00, 0x01, 0x01) : bytes(0x00, 0xff, 0x01, 0x01);

      assertThat(pixels(file.data(deflated(row)))).containsExactly(gray("0x01"), gray("0x02"));
    }
  }

  @Test
  void differencesOfFloatsAreOfTheirBytesPlaneByPlane() throws Exception {
    for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
      TiffBytes file =
          TiffBytes.of(order, 2, 1, GRAY, 32)
              .with(TiffBytes.FORMAT, 3)
              .with(TiffBytes.COMPRESSION, 8)
              .with(TiffBytes.PREDICTOR, 3);
      // 0.2f is 0x3e4ccccd and 1f is 0x3f800000: bytes 3e 3f 4c 80 cc 00 cd 00, then differences.
      byte[] row = bytes(0x3e, 0x01, 0x0d, 0x34, 0x4c, 0x34, 0xcd, 0x33);

      assertThat(pixels(file.data(deflated(row)))).containsExactly(gray("0x33"), gray("0xff"));
    }
  }

  @Test
  void colorsSharedByPixelsAreSpread() throws Exception {
    TiffBytes file = TiffBytes.of(3, 2, YCBCR, EIGHT_BITS).with(530, 2, 2);

    // Four luminances and a pair of differences, twice; the fourth column does not exist.
    byte[] units = bytes(10, 20, 30, 40, 128, 128, 50, 0, 60, 0, 128, 255);

    assertThat(pixels(file.data(units)))
        .containsExactly(gray("10"), gray("20"), 0xffe40032, gray("30"), gray("40"), 0xffee003c);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void colorsOfLabAreRelativeToWhite(int format) throws Exception {
    TiffBytes file = TiffBytes.of(3, 1, LAB, EIGHT_BITS).with(TiffBytes.FORMAT, format);

    // White, and L* 53 with no color, and sRGB's red: L* 54.3, a* 80.8, b* 69.9.
    assertThat(pixels(file.data(bytes(255, 0, 0, 135, 0, 0, 138, 81, 70))))
        .containsExactly(0xffffffff, 0xff7e7e7e, 0xffff0000);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 8, 32773, 4})
  void noDataAtAllIsMalformed(int compression) {
    TiffBytes file = TiffBytes.of(8, 1, GRAY, 1).with(TiffBytes.COMPRESSION, compression).data();

    assertThatThrownBy(() -> pixels(file)).isInstanceOf(Malformed.class);
  }

  @Test
  void rowsBeforeTheDamageAreShown() throws Exception {
    TiffPicture picture = decode(TiffBytes.of(1, 3, GRAY, 8).data(bytes(7, 8)), TimeLimit.NONE);

    assertThat(picture.damaged()).isTrue();
    assertThat(picture.bitmap().pixels()).containsExactly(gray("7"), gray("8"), 0);
  }

  @Test
  void aTileThatWasNeverWrittenIsTransparent() throws Exception {
    TiffBytes file =
        TiffBytes.of(2, 1, GRAY, 8)
            .with(322, 1)
            .with(323, 1)
            .with(TiffBytes.TILE_OFFSETS, 0, 8)
            .with(TiffBytes.TILE_COUNTS, 0, 1);

    TiffPicture picture = decode(file, TimeLimit.NONE);

    assertThat(picture.damaged()).isFalse();
    assertThat(picture.bitmap().pixels()[0]).isZero();
    assertThat(picture.bitmap().opaque()).isFalse();
  }

  @Test
  void looksAtTheClock() {
    TiffBytes file = TiffBytes.of(1, 1, GRAY, 8).data(bytes(7));

    assertThatThrownBy(() -> decode(file, () -> true)).isInstanceOf(OutOfTime.class);
  }

  @Test
  void pixelsComeFromThePictureNotFromItsPreview() throws Exception {
    TiffBytes preview = TiffBytes.of(1, 1, GRAY, 8).with(254, 1).data(bytes(1));
    TiffBytes picture = TiffBytes.of(2, 1, GRAY, 8).data(bytes(2, 3));

    assertThat(pixels(preview.below(picture))).containsExactly(gray("2"), gray("3"));
  }

  private static int[] pixels(TiffBytes file) throws Malformed, IOException {
    TiffPicture picture = decode(file, TimeLimit.NONE);
    assertThat(picture.damaged()).isFalse();
    return picture.bitmap().pixels();
  }

  private static TiffPicture decode(TiffBytes file, TimeLimit limit) throws Malformed, IOException {
    byte[] bytes = file.bytes();
    var header = TiffHeader.read(new Head(bytes, true));
    assertThat(header.exotic()).isNull();
    return TiffDecoder.decode(bytes, header.width(), header.height(), PORT, limit);
  }

  private static int gray(String level) {
    return 0xff000000 | Integer.decode(level) * 0x010101;
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  private static double[] colorMap(int... colors) {
    double[] map = new double[3 * 256];
    for (int i = 0; i < colors.length; i++) {
      for (int channel = 0; channel < 3; channel++) {
        map[256 * channel + i] = 257 * (colors[i] >> (16 - 8 * channel) & 0xff);
      }
    }
    return map;
  }

  /** Packs two samples: whole bytes in the file's order, others from the first bit on. */
  private static byte[] packed(ByteOrder order, int bits, long first, long second) {
    byte[] packed = new byte[(2 * bits + 7) / 8];
    for (int i = 0; i < 2 * bits; i++) {
      long bit = (i < bits ? first : second) >> (bits - 1 - i % bits) & 1;
      packed[i / 8] |= (byte) (bit << (7 - i % 8));
    }
    if (bits % 8 == 0 && order == ByteOrder.LITTLE_ENDIAN) {
      byte[] swapped = new byte[packed.length];
      int size = bits / 8;
      for (int i = 0; i < packed.length; i++) {
        swapped[i] = packed[i / size * size + size - 1 - i % size];
      }
      return swapped;
    }
    return packed;
  }

  private static byte[] deflated(byte[] bytes) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var deflater = new DeflaterOutputStream(out)) {
      deflater.write(bytes);
    }
    return out.toByteArray();
  }
}
