package dev.darkroom.codec.exif;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.codec.ByteReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ExifOfCameraTest {
  private static final int EXIF_AT = 26;

  @Test
  void lensAndExposureAreRead() {
    Exif exif = ExifReader.read(new ByteReader(block(10, 600)));

    assertThat(exif.lens()).isEqualTo("Lens 35");
    assertThat(exif.exposure()).isEqualTo(new Exif.Exposure(1 / 60.0, 1.8, 200, 35.0));
  }

  @Test
  void aFractionWithADenominatorOfZeroIsUnknown() {
    assertThat(ExifReader.read(new ByteReader(block(10, 0))).exposure().seconds()).isNull();
  }

  @Test
  void aDirectoryThatPointsToItselfIsReadOnce() {
    byte[] block = block(10, 600);
    // The pointers to the Exif directory and to the next one both lead back to the first.
    ByteBuffer.wrap(block).putInt(18, 8).putInt(22, 8);

    assertThat(ExifReader.read(new ByteReader(block)).exposure()).isEqualTo(Exif.Exposure.UNKNOWN);
  }

  private static byte[] block(int numerator, int denominator) {
    ByteBuffer out = ByteBuffer.allocate(200);
    out.put(new byte[] {'M', 'M', 0, 42, 0, 0, 0, 8});
    out.putShort((short) 1);
    entry(out, 0x8769, 4, 1, EXIF_AT);
    out.putInt(0);
    out.putShort((short) 5);
    entry(out, 0x829a, 5, 1, 120);
    entry(out, 0x829d, 5, 1, 128);
    entry(out, 0x8827, 3, 1, 200 << 16);
    entry(out, 0x920a, 5, 1, 136);
    entry(out, 0xa434, 2, 8, 144);
    out.position(120);
    out.putInt(numerator).putInt(denominator).putInt(18).putInt(10).putInt(35).putInt(1);
    out.put("Lens 35\0".getBytes(StandardCharsets.US_ASCII));
    return out.array();
  }

  private static void entry(ByteBuffer out, int tag, int type, int count, int value) {
    out.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
  }
}
