package dev.darkroom.codec.png;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.OutOfTime;
import dev.darkroom.codec.TimeLimit;
import dev.darkroom.codec.header.Header;
import dev.darkroom.codec.inspect.HeaderParser;
import dev.darkroom.codec.picture.Bitmap;
import dev.darkroom.codec.picture.ExifOrientation;
import dev.darkroom.fixtures.Golden;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PngDecoderTest {
  private static final int MIN_DECODED = 5000;
  private static final int MIN_REFUSED = 2000;

  static Stream<Golden> losslessOnes() {
    return Golden.all().stream()
        .filter(golden -> golden.file().startsWith("png/"))
        .filter(golden -> golden.tolerance() == Golden.Tolerance.EXACT && golden.rows() == 100);
  }

  @ParameterizedTest
  @MethodSource("losslessOnes")
  void everyPixelIsTheScenes(Golden golden) throws Exception {
    byte[] file = golden.bytes();
    var header = (Header) HeaderParser.PNG.inspect(file, true);
    BufferedImage expected =
        ImageIO.read(new ByteArrayInputStream(Golden.reference(golden.expected())));

    PngPicture picture = PngDecoder.decode(file, header.width(), header.height(), TimeLimit.NONE);

    assertThat(picture.damaged()).isFalse();
    Bitmap upright = ExifOrientation.upright(picture.bitmap(), header.exif().orientation());
    int[] pixels = upright.pixels();
    for (int i = 0; i < pixels.length; i++) {
      int there = expected.getRGB(i % upright.width(), i / upright.width());
      assertThat(there >>> 24).isEqualTo(pixels[i] >>> 24);
      if (there >>> 24 != 0) {
        // 16 bits may be brought to 8 by rounding or by dropping.
        for (int shift = 0; shift < 24; shift += 8) {
          assertThat(pixels[i] >> shift & 0xff)
              .isBetween((there >> shift & 0xff) - 1, (there >> shift & 0xff) + 1);
        }
      }
    }
  }

  @Test
  void whatIsCutOffIsShownAsFarAsItGoes() throws Exception {
    byte[] file = PngEncoder.encode(picture(120, 90));

    PngPicture picture =
        PngDecoder.decode(Arrays.copyOf(file, file.length * 6 / 10), 120, 90, TimeLimit.NONE);

    assertThat(picture.damaged()).isTrue();
    assertThat(picture.bitmap().opaque()).isFalse();
    assertThat(picture.bitmap().pixels()[0]).isEqualTo(picture(120, 90).pixels()[0]);
    assertThat(picture.bitmap().pixels()[120 * 90 - 1]).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 60})
  void aWrongChecksumOfThePixelsCostsNoLine(int edge) throws Exception {
    byte[] file = PngEncoder.encode(picture(edge, edge));
    // IEND has 12 bytes, a chunk's own checksum 4.
    Arrays.fill(file, file.length - 20, file.length - 16, (byte) 0x5a);

    PngPicture picture = PngDecoder.decode(file, edge, edge, TimeLimit.NONE);

    assertThat(picture.damaged()).isFalse();
    assertThat(picture.bitmap().pixels()).isEqualTo(picture(edge, edge).pixels());
  }

  @Test
  void aPictureWithoutALineIsMalformed() {
    byte[] file = PngEncoder.encode(picture(120, 90));

    assertThatThrownBy(() -> PngDecoder.decode(Arrays.copyOf(file, 50), 120, 90, TimeLimit.NONE))
        .isInstanceOf(Malformed.class);
  }

  @Test
  void aPictureOfAnotherSizeThanWasCheckedIsRefused() {
    byte[] file = PngEncoder.encode(picture(120, 90));

    assertThatThrownBy(() -> PngDecoder.decode(file, 90, 120, TimeLimit.NONE))
        .isInstanceOf(Malformed.class);
  }

  @Test
  void aPassedTimeLimitStopsItAtTheNextLine() {
    byte[] file = PngEncoder.encode(picture(120, 90));
    var looks = new AtomicInteger();

    assertThatThrownBy(() -> PngDecoder.decode(file, 120, 90, () -> looks.incrementAndGet() == 10))
        .isInstanceOf(OutOfTime.class);
    assertThat(looks).hasValue(10);
  }

  @Test
  void damagedFilesGiveAPictureOrAreMalformed() {
    var random = new Random(8);
    int decoded = 0;
    int refused = 0;
    for (Golden golden : losslessOnes().toList()) {
      byte[] file = golden.bytes();
      for (int round = 0; round < 300; round++) {
        byte[] mutant = Arrays.copyOf(file, file.length - random.nextInt(file.length / 2));
        for (int i = 0; i < 3; i++) {
          mutant[8 + random.nextInt(mutant.length - 8)] = (byte) random.nextInt(256);
        }
        if (decodes(mutant)) {
          decoded++;
        } else {
          refused++;
        }
      }
    }
    assertThat(decoded).isGreaterThan(MIN_DECODED);
    assertThat(refused).isGreaterThan(MIN_REFUSED);
  }

  private static boolean decodes(byte[] mutant) {
    if (!(HeaderParser.PNG.inspect(mutant, true) instanceof Header header)
        || header.pixels() > 1_000_000) {
      return false;
    }
    try {
      PngDecoder.decode(mutant, header.width(), header.height(), TimeLimit.NONE);
      return true;
    } catch (Malformed e) {
      return false;
    } catch (OutOfTime e) {
      throw new AssertionError(e);
    }
  }

  private static Bitmap picture(int width, int height) {
    int[] pixels = new Random(4).ints((long) width * height).map(p -> p | 0xff000000).toArray();
    return new Bitmap(pixels, width, height, true);
  }
}
