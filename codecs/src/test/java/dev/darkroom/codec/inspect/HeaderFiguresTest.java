package dev.darkroom.codec.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.codec.exif.Exif;
import dev.darkroom.codec.header.Alpha;
import dev.darkroom.codec.header.Header;
import dev.darkroom.codec.header.Inspection;
import dev.darkroom.fixtures.Fixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderFiguresTest {
  @ParameterizedTest
  @CsvSource({
    "JPEG, PHONE_PHOTO,     2016,  1512,  8, 3, false",
    "JPEG, PLAIN_PHOTO,     1200,   800,  8, 3, false",
    "JPEG, TRUNCATED_PHOTO, 1200,   800,  8, 3, false",
    "JPEG, ADOBE_RGB_PHOTO,  320,   240,  8, 3, false",
    "JPEG, CMYK_PHOTO,       320,   240,  8, 4, false",
    "JPEG, GRAY_PHOTO,       640,   480,  8, 1, false",
    "PNG,  ALPHA_PNG,        400,   300,  8, 4, true",
    "PNG,  PALETTE_PNG,      200,   150,  8, 3, true",
    "PNG,  GRAY_ALPHA_PNG,   200,   150,  8, 2, true",
    "PNG,  DEEP_PNG,         200,   150, 16, 3, false",
    "PNG,  BOMB_PNG,       50000, 50000,  8, 4, true",
    "GIF,  SMALL_FRAME_GIF,  120,    90,  8, 3, true",
    "TIFF, LZW_TIFF,         640,   480,  8, 3, false",
    "BMP,  BMP,              160,   120,  8, 3, false",
    "WEBP, WEBP,               1,     1,  8, 4, true",
  })
  void theFiguresOfEveryFormatAreRead(
      HeaderParser parser,
      Fixtures fixture,
      int width,
      int height,
      int bits,
      int samples,
      boolean alpha) {
    Header header = header(parser, fixture.bytes());

    assertThat(header.width()).isEqualTo(width);
    assertThat(header.height()).isEqualTo(height);
    assertThat(header.frames()).isEqualTo(1);
    assertThat(header.channels().bits()).isEqualTo(bits);
    assertThat(header.channels().count()).isEqualTo(samples);
    assertThat(header.channels().alpha() != Alpha.NONE).isEqualTo(alpha);
    assertThat(header.exotic()).isNull();
  }

  @Test
  void aPhonesExifTellsOrientationAndTimeButNoPlace() {
    assertThat(header(HeaderParser.JPEG, Fixtures.PHONE_PHOTO.bytes()).exif())
        .isEqualTo(
            new Exif(
                6, "2026-05-16T18:30:15+02:00", "Darkroom Phone 1", null, Exif.Exposure.UNKNOWN));
  }

  @Test
  void aPictureWithoutExifIsUpright() {
    assertThat(header(HeaderParser.JPEG, Fixtures.PLAIN_PHOTO.bytes()).exif()).isEqualTo(Exif.NONE);
  }

  @Test
  void arithmeticCodingIsNamed() {
    byte[] jpeg = Fixtures.PLAIN_PHOTO.bytes();
    for (int i = 0; i < jpeg.length - 1; i++) {
      if ((jpeg[i] & 0xff) == 0xff && (jpeg[i + 1] & 0xff) == 0xc0) {
        jpeg[i + 1] = (byte) 0xc9;
        break;
      }
    }

    assertThat(header(HeaderParser.JPEG, jpeg).exotic()).isEqualTo("arithmetic coding");
  }

  @ParameterizedTest
  @CsvSource({"JPEG, GARBAGE", "PNG, GARBAGE", "GIF, EMPTY", "TIFF, GARBAGE", "BMP, EMPTY"})
  void bytesThatAreNoHeaderAreDamaged(HeaderParser parser, Fixtures fixture) {
    assertThat(parser.inspect(fixture.bytes(), true)).isInstanceOf(Inspection.Damaged.class);
  }

  private static Header header(HeaderParser parser, byte[] bytes) {
    Inspection inspection = parser.inspect(bytes, true);
    assertThat(inspection).isInstanceOf(Header.class);
    return (Header) inspection;
  }
}
