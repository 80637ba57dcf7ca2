package dev.darkroom.codec.exif;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.codec.ByteReader;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads Exif of which a part is wrong: the rest counts. */
class LenientExifTest {
  private static final int SHORT = 3;
  private static final int MAKE = 0x010f;
  private static final int MODEL = 0x0110;
  private static final int ORIENTATION = 0x0112;
  private static final int DATE_TIME = 0x0132;
  private static final int ORIGINAL = 0x9003;
  private static final int OFFSET = 0x9010;
  private static final int OFFSET_ORIGINAL = 0x9011;
  private static final int LENS = 0xa434;

  private static ExifBytes turned() {
    return new ExifBytes().primary(ORIENTATION, SHORT, 1, (byte) 0, (byte) 6);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 1000, 60_000})
  void aDirectoryMayClaimMoreFieldsThanItHas(int more) {
    Exif exif = turned().primary(MODEL, "Phone").claiming(more).read();

    assertThat(exif.orientation()).isEqualTo(6);
    assertThat(exif.camera()).isEqualTo("Phone");
  }

  @Test
  void aFieldThatPointsOutsideLosesOnlyItself() {
    Exif exif =
        turned()
            .primary(MAKE, 2, 40, (byte) 0x7f, (byte) 0xff, (byte) 0xff, (byte) 0xff)
            .exif(LENS, "Lens")
            .read();

    assertThat(exif.orientation()).isEqualTo(6);
    assertThat(exif.camera()).isNull();
    assertThat(exif.lens()).isEqualTo("Lens");
  }

  @Test
  void fieldsAreReadThoughTheStructureBreaksOffAfterThem() {
    byte[] whole = turned().bytes();

    for (int length = 22; length < whole.length; length++) {
      assertThat(ExifReader.read(new ByteReader(whole, 0, length, 0)).orientation()).isEqualTo(6);
    }
  }

  @Test
  void jpegsPrefixMayPrecedeTheStructureAnywhere() {
    byte[] plain = turned().bytes();
    byte[] prefixed = new byte[6 + plain.length];
    System.arraycopy("Exif\0\0".getBytes(StandardCharsets.US_ASCII), 0, prefixed, 0, 6);
    System.arraycopy(plain, 0, prefixed, 6, plain.length);

    assertThat(ExifReader.read(new ByteReader(prefixed)).orientation()).isEqualTo(6);
  }

  /** Types are those of TIFF 6.0, section 2. */
  @ParameterizedTest
  @CsvSource({
    "1, 06,               6",
    "3, 0600,             6",
    "4, 06000000,         6",
    "5, 0600000001000000, 6",
    "8, 0600,             6",
    "9, 06000000,         6",
    "2, 3600,             1",
    "7, 06,               1",
    "0, 06,               1",
    "99, 06,              1",
    "3, 0000,             1",
    "3, 0900,             1",
    "3, ffff,             1",
    "4, ffffffff,         1",
  })
  void anOrientationMayHaveAnyTypeOfNumber(int type, String value, int orientation) {
    Exif exif =
        new ExifBytes(ByteOrder.LITTLE_ENDIAN)
            .primary(ORIENTATION, type, 1, HexFormat.of().parseHex(value))
            .read();

    assertThat(exif.orientation()).isEqualTo(orientation);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "2024:05:06 07:08:09,2024-05-06T07:08:09",
        "2024:05:06 00:00:00,2024-05-06T00:00:00",
        "2024-05-06T07:08:09,2024-05-06T07:08:09",
        "2024/05/06 07:08:09,2024-05-06T07:08:09",
        "2024:05:06 07:08:09.123,2024-05-06T07:08:09",
        "2024:05:06 07:08:09+02:00,2024-05-06T07:08:09+02:00",
        "2024:05:06 07:08:09.5 -0330,2024-05-06T07:08:09-03:30",
        "2024:05:06 07:08:09Z,2024-05-06T07:08:09Z",
        "2024:05:06 07:08:09+99:00,2024-05-06T07:08:09",
        "2024:02:29 07:08:09,2024-02-29T07:08:09",
      })
  void timesAreConverted(String text, String iso) {
    assertThat(new ExifBytes().exif(ORIGINAL, text).read().takenAt()).isEqualTo(iso);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2018:12:31 24:00:00",
        "2018:12:31 23:60:00",
        "2018:12:31 23:59:60",
        "2018:13:01 12:00:00",
        "2018:00:01 12:00:00",
        "2018:02:29 12:00:00",
        "2018:06:00 12:00:00",
        "2018:06:31 12:00:00",
        "0000:00:00 00:00:00",
        "    :  :     :  :  ",
        "2018:06:30",
        "2018:06:30 12:00:00 or so",
        "٢٠١٨:06:30 12:00:00",
        "yesterday",
      })
  void timesThatAreNoneAreLeftOut(String text) {
    assertThat(new ExifBytes().exif(ORIGINAL, 129, text, StandardCharsets.UTF_8).read().takenAt())
        .isNull();
  }

  @Test
  void aTimeHasTheOffsetThatStandsBesideIt() {
    ExifBytes both =
        new ExifBytes()
            .primary(DATE_TIME, "2024:05:07 00:00:01")
            .exif(OFFSET, "-05:00")
            .exif(ORIGINAL, "2024:05:06 07:08:09")
            .exif(OFFSET_ORIGINAL, "+05:45");
    ExifBytes changed =
        new ExifBytes()
            .primary(DATE_TIME, "2024:05:07 00:00:01")
            .exif(OFFSET, "-05:00")
            .exif(ORIGINAL, "0000:00:00 00:00:00")
            .exif(OFFSET_ORIGINAL, "+05:45");
    ExifBytes blank =
        new ExifBytes().exif(ORIGINAL, "2024:05:06 07:08:09").exif(OFFSET_ORIGINAL, "   :  ");

    assertThat(both.read().takenAt()).isEqualTo("2024-05-06T07:08:09+05:45");
    assertThat(changed.read().takenAt()).isEqualTo("2024-05-07T00:00:01-05:00");
    assertThat(blank.read().takenAt()).isEqualTo("2024-05-06T07:08:09");
  }

  @Test
  void textsAreUtf8OrElseLatin1() {
    String name = "Voigtländer ƒ/2.8";

    assertThat(lens(2, name, false)).isEqualTo(name);
    assertThat(lens(129, name, false)).isEqualTo(name);
    assertThat(lens(2, "Voigtländer", true)).isEqualTo("Voigtländer");
    assertThat(lens(2, "Weiß", true)).isEqualTo("Weiß");
  }

  @Test
  void longTextsAreCutBetweenCharacters() {
    assertThat(lens(2, "x" + "ä".repeat(500), false)).isEqualTo("x" + "ä".repeat(63));
    assertThat(lens(2, "ä".repeat(500), true)).isEqualTo("ä".repeat(128));
  }

  @Test
  void whatCannotBeSeenIsLeftOut() {
    assertThat(lens(2, "A\r\nB\tC\u0007D", false)).isEqualTo("A B C D");
    assertThat(lens(2, "50\u202emm\u200b \u2028F2\ufeff", false)).isEqualTo("50 mm F2");
    assertThat(lens(2, "Lens\u0085\u009f", true)).isEqualTo("Lens");
    assertThat(lens(2, " \u0001 ", false)).isNull();
    assertThat(lens(2, "Lens\0secret", false)).isEqualTo("Lens");
  }

  private static @Nullable String lens(int type, String text, boolean latin1) {
    return new ExifBytes()
        .exif(LENS, type, text, latin1 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8)
        .read()
        .lens();
  }
}
