package dev.darkroom.codec.tiff;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.codec.header.Header;
import dev.darkroom.codec.header.Inspection;
import dev.darkroom.codec.inspect.HeaderParser;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tells which directory is the picture, how many pages there are, and what is not supported. */
class TiffHeaderTest {
  @ParameterizedTest
  @CsvSource({
    "34661, JBIG compression",
    "34712, JPEG 2000 compression",
    "34887, LERC compression",
    "34925, LZMA compression",
    "50000, Zstandard compression",
    "50001, WebP compression",
    "50002, JPEG XL compression",
    "12345, unknown (12345) compression",
    "6, old-style JPEG compression without a JPEG file"
  })
  void namesACompressionThatIsNotSupported(int compression, String exotic) {
    TiffBytes file =
        TiffBytes.of(4, 4, 2, 8, 8, 8).with(TiffBytes.COMPRESSION, compression).data(new byte[9]);

    assertThat(header(file.bytes()).exotic()).isEqualTo(exotic);
    assertThat(header(file.bytes()).width()).isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource({
    "32845, 16, 1, LogLuv colors",
    "9999, 8, 1, the photometric interpretation 9999",
    "1, 16, 5, complex samples",
    "1, 8, 3, floating-point samples of 8 bits",
    "1, 40, 1, samples of 40 bits",
    "3, 32, 1, samples of 32 bits in PALETTE colors"
  })
  void namesSamplesThatAreNotSupported(int photometric, int bits, int format, String exotic) {
    TiffBytes file =
        TiffBytes.of(4, 4, photometric, bits).with(TiffBytes.FORMAT, format).data(new byte[64]);

    assertThat(header(file.bytes()).exotic()).isEqualTo(exotic);
  }

  @Test
  void aSampleOfAnotherDepthIsNotSupported() {
    assertThat(header(TiffBytes.of(4, 4, 2, 5, 6, 5).data(new byte[32]).bytes()).exotic())
        .isEqualTo("samples of different depths");
  }

  @Test
  void directoriesAreCountedOnceHoweverTheyAreLinked() {
    List<TiffBytes> others = List.of(page(), page());

    assertThat(header(page().bytes(others, -1)).frames()).isEqualTo(3);
    assertThat(header(page().bytes(others, 0)).frames()).isEqualTo(3);
    assertThat(header(page().bytes(others, 1)).frames()).isEqualTo(3);
    assertThat(header(page().bytes(others, 2)).frames()).isEqualTo(3);
    assertThat(header(page().bytes(List.of(), 0)).frames()).isEqualTo(1);
  }

  @Test
  void smallerVersionsAndMasksAreNoPages() {
    TiffBytes smaller = page().with(254, 1);
    TiffBytes mask = page().with(254, 4);
    TiffBytes olderSmaller = page().with(255, 2);

    assertThat(header(page().bytes(List.of(smaller, mask, olderSmaller), -1)).frames())
        .isEqualTo(1);
  }

  @Test
  void aPreviewBeforeThePictureIsNotThePicture() {
    TiffBytes preview = TiffBytes.of(1, 1, 1, 8).with(254, 1).data(new byte[1]);

    assertThat(header(preview.bytes(List.of(page()), -1)).width()).isEqualTo(4);
    assertThat(header(preview.below(page()).bytes()).width()).isEqualTo(4);
  }

  @Test
  void aPictureBehindItsPreviewIsWaitedFor() {
    byte[] file =
        TiffBytes.of(1, 1, 1, 8).with(254, 1).data(new byte[1]).bytes(List.of(page()), -1);
    int directory = 2 + 12 * 8 + 4;

    assertThat(HeaderParser.TIFF.inspect(Arrays.copyOf(file, 8 + directory), false))
        .isInstanceOf(Inspection.NeedMore.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"II", "MM"})
  void offsetsMayHaveEightBytes(String order) throws Exception {
    boolean little = order.equals("II");
    ByteBuffer file =
        ByteBuffer.allocate(400).order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    file.put(order.getBytes(US_ASCII)).putShort((short) 43).putShort((short) 8);
    file.putShort((short) 0).putLong(16).putLong(7);
    for (int[] entry :
        new int[][] {{256, 3}, {257, 2}, {258, 8}, {262, 1}, {273, 300}, {277, 1}, {279, 6}}) {
      // LONG8, whose values an entry holds itself.
      file.putShort((short) entry[0]).putShort((short) 16).putLong(1).putLong(entry[1]);
    }
    file.putLong(0).position(300).put(new byte[] {1, 2, 3, 4, 5, 6});

    assertThat(header(file.array()).width()).isEqualTo(3);
    assertThat(header(file.array()).height()).isEqualTo(2);
    assertThat(header(file.array()).frames()).isEqualTo(1);
  }

  private static TiffBytes page() {
    return TiffBytes.of(4, 4, 1, 8).data(new byte[16]);
  }

  private static Header header(byte[] file) {
    return (Header) HeaderParser.TIFF.inspect(file, true);
  }
}
