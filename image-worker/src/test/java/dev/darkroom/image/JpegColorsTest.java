package dev.darkroom.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.codec.Head;
import dev.darkroom.codec.jpeg.JpegFrame;
import dev.darkroom.codec.jpeg.JpegSegments;
import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Outcome;
import dev.darkroom.fixtures.Golden;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Changes what JPEGs say of their components, with and without libjpeg-turbo. */
@ParameterizedClass(name = "turbo: {0}")
@ValueSource(strings = {"true", "false"})
class JpegColorsTest {
  private static final int APP0 = 0xe0;
  private static final int APP14 = 0xee;

  private final Workplace workplace;

  JpegColorsTest(String turbo) {
    workplace =
        new Workplace(
            Map.of(
                "darkroom.image.renditions",
                "whole 256x256 fit png",
                "darkroom.image.turbo",
                turbo));
  }

  @ParameterizedTest
  @ValueSource(strings = {"cmyk", "cmyk-profile"})
  void inksAreStoredInvertedWithoutAdobesMarkerToo(String name) throws Exception {
    byte[] jpeg = golden(name);

    assertThat(seen(without(jpeg, APP14))).isEqualTo(seen(jpeg));
  }

  @ParameterizedTest
  @CsvSource({
    "cmyk, 1 1 1 1",
    "cmyk, 1 2 3 1",
    "cmyk, 0 1 2 3",
    "cmyk, 67 77 89 75",
    "ycck, 1 1 1 1",
    "ycck, 255 255 0 0",
    "baseline-420, 1 1 1",
    "baseline-420, 0 1 2",
    "baseline-420, 1 34 35",
    "gray, 0",
    "gray, 82",
  })
  void componentsMayHaveAnyIdentifiers(String name, String ids) throws Exception {
    byte[] jpeg = golden(name);

    assertThat(seen(renamed(jpeg, ids))).isEqualTo(seen(jpeg));
  }

  @Test
  void colorsWithoutJfifAreYcbcrWhateverTheirSampling() throws Exception {
    byte[] jpeg = golden("baseline-444");

    assertThat(seen(without(jpeg, APP0))).isEqualTo(seen(jpeg));
  }

  @Test
  void componentsNamedRgbAreRgbWithoutAnyMarker() throws Exception {
    byte[] jpeg = golden("rgb");

    assertThat(seen(renamed(without(jpeg, APP0, APP14), "82 71 66"))).isEqualTo(seen(jpeg));
  }

  @ParameterizedTest
  @CsvSource({
    "c1, 08, 2, A JPEG with 2 color components.",
    "c1, 08, 5, A JPEG with 5 color components.",
    "c1, 0c, 3, A JPEG with 12 bits a sample.",
    "c3, 08, 3, A JPEG with lossless coding.",
    "c3, 10, 1, A JPEG with lossless coding.",
    "c5, 08, 3, A JPEG with hierarchical coding.",
    "cb, 08, 3, A JPEG with lossless coding.",
    "cd, 08, 3, A JPEG with hierarchical coding.",
    "f7, 08, 3, A JPEG with JPEG-LS coding.",
  })
  void codingsThatNobodyReadsAreNamed(String frame, String bits, int components, String message)
      throws Exception {
    byte[] start =
        HexFormat.of()
            .parseHex(
                "ffd8ff" + frame + "00%02x".formatted(8 + 3 * components) + bits + "00100010");
    byte[] rest = new byte[1 + 3 * components + 1000];
    rest[0] = (byte) components;
    rest[1 + 3 * components] = (byte) 0xff;
    rest[2 + 3 * components] = (byte) 0xda;
    rest[4 + 3 * components] = 2;
    byte[] jpeg = Arrays.copyOf(start, start.length + rest.length);
    System.arraycopy(rest, 0, jpeg, start.length, rest.length);

    assertThat(workplace.process(jpeg))
        .isInstanceOfSatisfying(
            Outcome.Rejected.class,
            rejected -> {
              assertThat(rejected.rejection().code()).isEqualTo(ErrorCode.UNSUPPORTED_FORMAT);
              assertThat(rejected.rejection().message()).endsWith(message);
            });
  }

  /** Returns a hash of the pixels, which a failure can print. */
  private int seen(byte[] jpeg) throws Exception {
    BufferedImage image = workplace.picture(workplace.complete(jpeg), "whole");
    return Arrays.hashCode(
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()));
  }

  private static byte[] golden(String name) {
    return Golden.of("jpeg/" + name + ".jpg").bytes();
  }

  /** Leaves segments out. */
  private static byte[] without(byte[] jpeg, Integer... codes) throws Exception {
    JpegSegments segments = JpegSegments.open(new Head(jpeg, true));
    var out = new ByteArrayOutputStream();
    out.write(jpeg, 0, 2);
    int code;
    do {
      code = segments.next();
      if (!Set.of(codes).contains(code)) {
        out.write(jpeg, (int) segments.start(), (int) (segments.end() - segments.start()));
      }
    } while (code != JpegSegments.SOS);
    out.write(jpeg, (int) segments.end(), (int) (jpeg.length - segments.end()));
    return out.toByteArray();
  }

  /** Renames the components in the frame header and in each scan. */
  private static byte[] renamed(byte[] jpeg, String numbers) throws Exception {
    int[] names = Arrays.stream(numbers.split(" ")).mapToInt(Integer::parseInt).toArray();
    byte[] changed = jpeg.clone();
    JpegSegments segments = JpegSegments.open(new Head(jpeg, true));
    String old = "";
    for (int code = segments.next(); code != JpegSegments.EOI; code = segments.next()) {
      int at = (int) segments.start() + 4;
      if (JpegFrame.isFrame(code)) {
        old = JpegFrame.read(code, segments.parameters()).ids();
        for (int i = 0; i < names.length; i++) {
          changed[at + 6 + 3 * i] = (byte) names[i];
        }
      } else if (code == JpegSegments.SOS) {
        for (int i = 0; i < jpeg[at]; i++) {
          changed[at + 1 + 2 * i] = (byte) names[old.indexOf(jpeg[at + 1 + 2 * i])];
        }
      }
    }
    return changed;
  }
}
