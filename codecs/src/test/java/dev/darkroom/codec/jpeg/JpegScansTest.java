package dev.darkroom.codec.jpeg;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.codec.header.Header;
import dev.darkroom.codec.header.Inspection;
import dev.darkroom.codec.header.JpegCoding;
import dev.darkroom.codec.inspect.HeaderParser;
import dev.darkroom.fixtures.Fixtures;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import org.junit.jupiter.api.Test;

class JpegScansTest {
  @Test
  void aBaselinePictureHasOneScan() {
    assertThat(coding(Fixtures.PLAIN_PHOTO.bytes())).isEqualTo(new JpegCoding(false, 1));
  }

  @Test
  void scansAreCountedAsFarAsTheGivenBytesGo() throws IOException {
    byte[] file = progressive();

    JpegCoding whole = coding(file);
    assertThat(whole.progressive()).isTrue();
    assertThat(whole.scans()).isGreaterThan(5);
    assertThat(coding(Arrays.copyOf(file, file.length / 2)).scans())
        .isBetween(1, whole.scans() - 1);
  }

  @Test
  void tenThousandScansAreRefused() throws IOException {
    byte[] file = progressive();
    var bomb = new ByteArrayOutputStream();
    bomb.write(file, 0, file.length - 2);
    byte[] scan = {(byte) 0xff, (byte) 0xda, 0, 8, 1, 1, 0, 1, 5, 1, 0x55};
    for (int i = 0; i < 10_000; i++) {
      bomb.writeBytes(scan);
    }

    assertThat(HeaderParser.JPEG.inspect(bomb.toByteArray(), true))
        .isInstanceOfSatisfying(
            Inspection.Damaged.class,
            damaged -> assertThat(damaged.reason()).isEqualTo("more than 500 scans"));
  }

  private static JpegCoding coding(byte[] jpeg) {
    return Objects.requireNonNull(((Header) HeaderParser.JPEG.inspect(jpeg, true)).jpeg());
  }

  private static byte[] progressive() throws IOException {
    var image = ImageIO.read(new ByteArrayInputStream(Fixtures.PLAIN_PHOTO.bytes()));
    var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    var param = writer.getDefaultWriteParam();
    param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
    var out = new ByteArrayOutputStream();
    try (var stream = ImageIO.createImageOutputStream(out)) {
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image, null, null), param);
    }
    writer.dispose();
    return out.toByteArray();
  }
}
