package dev.darkroom.codec.gif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.OutOfTime;
import dev.darkroom.codec.TimeLimit;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GifReaderTest {
  private static final int NONE = 0;

  @Test
  void pixelsThatNoFramePaintsAreTransparent() throws Exception {
    byte[] file = new GifBytes(3, 2).frame(1, 1, 2, 1, false, "12").end();

    GifFrame frame = only(file);

    assertThat(frame.bitmap().pixels())
        .containsExactly(NONE, NONE, NONE, NONE, GifBytes.RED, GifBytes.GREEN);
    assertThat(frame.bitmap().opaque()).isFalse();
    assertThat(frame.damaged()).isFalse();
  }

  @Test
  void aTransparentIndexKeepsThePixelBelow() throws Exception {
    GifReader reader =
        open(
            new GifBytes(2, 1)
                .frame(0, 0, 2, 1, false, "11")
                .control(1, 10, 3)
                .frame(0, 0, 2, 1, false, "23")
                .end());

    assertThat(next(reader)).containsExactly(GifBytes.RED, GifBytes.RED);
    assertThat(next(reader)).containsExactly(GifBytes.GREEN, GifBytes.RED);
    assertThat(reader.next()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "0, ff00ff00, ffff0000", // remains
    "1, ff00ff00, ffff0000",
    "2, 00000000, ffff0000", // its rectangle becomes transparent
    "3, ffff0000, ffff0000", // its rectangle becomes what it was
  })
  void aFrameIsDisposedOfBeforeTheNextOne(int disposal, String first, String second)
      throws Exception {
    GifReader reader =
        open(
            new GifBytes(3, 1)
                .frame(0, 0, 3, 1, false, "111")
                .control(disposal, 10, -1)
                .frame(0, 0, 1, 1, false, "2")
                .frame(2, 0, 1, 1, false, "3")
                .end());

    reader.next();
    assertThat(next(reader)).containsExactly(GifBytes.GREEN, GifBytes.RED, GifBytes.RED);
    assertThat(next(reader))
        .containsExactly(
            Integer.parseUnsignedInt(first, 16),
            Integer.parseUnsignedInt(second, 16),
            GifBytes.BLUE);
  }

  @Test
  void interlacedLinesArePutInOrder() throws Exception {
    // Appendix E: lines 0, 4, 2, 1, 3 of five.
    byte[] file = new GifBytes(1, 5).frame(0, 0, 1, 5, true, "12301").end();

    assertThat(only(file).bitmap().pixels())
        .containsExactly(GifBytes.RED, 0xff000000, GifBytes.BLUE, GifBytes.RED, GifBytes.GREEN);
  }

  @ParameterizedTest
  @CsvSource({"2, 2", "0, 0", "1, 3"})
  void theFirstFrameMakesItsScreenLargeEnough(int width, int height) throws Exception {
    byte[] file = new GifBytes(width, height).frame(1, 1, 2, 2, false, "1231").end();

    GifFrame frame = only(file);

    assertThat(frame.bitmap().width()).isEqualTo(3);
    assertThat(frame.bitmap().pixels())
        .containsExactly(
            NONE,
            NONE,
            NONE,
            NONE,
            GifBytes.RED,
            GifBytes.GREEN,
            NONE,
            GifBytes.BLUE,
            GifBytes.RED);
  }

  @Test
  void aLaterFrameThatOverhangsItsScreenIsCut() throws Exception {
    GifReader reader =
        open(
            new GifBytes(2, 2)
                .frame(0, 0, 1, 1, false, "2")
                .frame(1, 1, 3, 3, false, "123123123")
                .end());

    reader.next();
    assertThat(next(reader)).containsExactly(GifBytes.GREEN, NONE, NONE, GifBytes.RED);
  }

  @Test
  void codesMayBeLongerThanTheirColorsNeed() throws Exception {
    // A code size of 11: Clear, 1, 2 and End have twelve bits each.
    byte[] file =
        new GifBytes(2, 1)
            .raw(0x2c, 0, 0, 0, 0, 2, 0, 1, 0, 0, 11, 6, 0x00, 0x18, 0x00, 0x02, 0x10, 0x80, 0)
            .end();

    assertThat(only(file).bitmap().pixels()).containsExactly(GifBytes.RED, GifBytes.GREEN);
  }

  @Test
  void looksAtTheClock() {
    byte[] file = new GifBytes(1, 1).frame(0, 0, 1, 1, false, "1").end();

    assertThatThrownBy(() -> GifReader.open(file, 1, () -> true).next())
        .isInstanceOf(OutOfTime.class);
  }

  @Test
  void aBreakInALaterFrameIsKnown() throws Exception {
    byte[] file =
        new GifBytes(4, 9)
            .frame(0, 0, 1, 1, false, "2")
            .frame(0, 0, 4, 9, false, "1".repeat(36))
            .end();
    GifReader whole = open(file);
    GifReader withoutEnd = open(Arrays.copyOf(file, file.length - 1));
    GifReader cut = open(Arrays.copyOf(file, file.length - 9));
    whole.next();
    withoutEnd.next();
    cut.next();

    assertThat(whole.breaks()).isFalse();
    assertThat(withoutEnd.breaks()).isFalse();
    assertThat(cut.breaks()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"0, 100", "1, 100", "2, 20", "10, 100", "65535, 655350"})
  void framesAreShownAsLongAsInBrowsers(int delay, int millis) throws Exception {
    byte[] file = new GifBytes(1, 1).control(0, delay, -1).frame(0, 0, 1, 1, false, "1").end();

    assertThat(only(file).delayMillis()).isEqualTo(millis);
  }

  @Test
  void aFrameThatIsCutOffIsShownAsFarAsItGoes() throws Exception {
    byte[] file = new GifBytes(4, 100).frame(0, 0, 4, 100, false, "1".repeat(400)).end();

    GifFrame frame = only(Arrays.copyOf(file, file.length * 2 / 3));

    assertThat(frame.damaged()).isTrue();
    assertThat(frame.bitmap().pixels()[0]).isEqualTo(GifBytes.RED);
    assertThat(frame.bitmap().pixels()[399]).isEqualTo(NONE);
  }

  @Test
  void framesBeforeTheBreakAreShown() throws Exception {
    GifReader reader = open(new GifBytes(1, 1).frame(0, 0, 1, 1, false, "1").unended());

    assertThat(next(reader)).containsExactly(GifBytes.RED);
    assertThat(reader.next()).isNull();
  }

  @Test
  void aFileWithoutAnyFrameIsMalformed() {
    byte[] file = new GifBytes(1, 1).end();

    assertThatThrownBy(() -> open(file).next()).isInstanceOf(Malformed.class);
  }

  @Test
  void aScreenOrFrameOfTooManyPixelsIsRefusedBeforeItIsAllocated() throws Exception {
    byte[] screen = new GifBytes(50_000, 50_000).frame(0, 0, 1, 1, false, "1").end();
    byte[] frame = new GifBytes(1, 1).frame(0, 0, 50_000, 50_000, false, "1").end();

    for (byte[] file : new byte[][] {screen, frame}) {
      GifReader reader = GifReader.open(file, 1000, TimeLimit.NONE);
      assertThatThrownBy(reader::next).isInstanceOf(Malformed.class);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 16, 256})
  void everyPixelIsAsTheJdkReadsIt(int colors) throws Exception {
    var image = new BufferedImage(301, 203, BufferedImage.TYPE_BYTE_INDEXED);
    var random = new Random(colors);
    int rgb = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        if (random.nextInt(7) == 0) {
          rgb = random.nextInt(colors) * 0xffffff / colors;
        }
        image.setRGB(x, y, rgb);
      }
    }
    var out = new ByteArrayOutputStream();
    ImageIO.write(image, "gif", out);
    BufferedImage expected = ImageIO.read(new ByteArrayInputStream(out.toByteArray()));

    GifFrame frame = only(out.toByteArray());

    assertThat(frame.bitmap().opaque()).isTrue();
    assertThat(frame.bitmap().pixels()).isEqualTo(expected.getRGB(0, 0, 301, 203, null, 0, 301));
  }

  @Test
  void damagedFilesGiveFramesOrAreMalformed() throws OutOfTime {
    byte[] file =
        new GifBytes(20, 20)
            .repeated(3)
            .control(3, 5, 2)
            .frame(0, 0, 20, 20, true, "1230".repeat(100))
            .control(2, 5, -1)
            .frame(3, 3, 10, 10, false, "32".repeat(50))
            .end();
    var random = new Random(7);
    int read = 0;
    int refused = 0;
    for (int round = 0; round < 20_000; round++) {
      byte[] mutant = Arrays.copyOf(file, 1 + random.nextInt(file.length));
      for (int i = 0; i < 3; i++) {
        mutant[random.nextInt(mutant.length)] = (byte) random.nextInt(256);
      }
      try {
        GifReader reader = GifReader.open(mutant, 10_000, TimeLimit.NONE);
        while (reader.next() != null) {
          read++;
        }
      } catch (Malformed e) {
        assertThat(e.offset()).isNotNegative();
        refused++;
      }
    }
    assertThat(read).as("frames read").isGreaterThan(10_000);
    assertThat(refused).as("files refused").isGreaterThan(1_000);
  }

  private static GifReader open(byte[] file) throws Malformed {
    return GifReader.open(file, 1_000_000, TimeLimit.NONE);
  }

  private static int[] next(GifReader reader) throws Malformed, OutOfTime {
    return Objects.requireNonNull(reader.next()).bitmap().pixels().clone();
  }

  private static GifFrame only(byte[] file) throws Malformed, OutOfTime {
    return Objects.requireNonNull(open(file).next());
  }
}
