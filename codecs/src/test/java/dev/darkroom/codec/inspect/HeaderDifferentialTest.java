package dev.darkroom.codec.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.darkroom.codec.header.Alpha;
import dev.darkroom.codec.header.Header;
import dev.darkroom.codec.header.Profile;
import dev.darkroom.fixtures.Fixtures;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares headers with what other decoders report. */
class HeaderDifferentialTest {
  private static final Path MEDIA = Path.of("../../shared/media/images");

  static Stream<Fixtures> decodable() {
    return EnumSet.range(Fixtures.PHONE_PHOTO, Fixtures.BMP).stream();
  }

  @ParameterizedTest
  @MethodSource("decodable")
  void theFiguresAreThoseOfTheDecoder(Fixtures fixture) throws IOException {
    assertSame(parser(fixture.fileName()), fixture.bytes());
  }

  @Test
  void theFiguresOfRealPicturesAreThoseOfTheDecoder() throws IOException {
    assumeTrue(Files.isDirectory(MEDIA), "no pictures from cameras");
    try (Stream<Path> files = Files.list(MEDIA)) {
      for (Path file : files.filter(f -> !f.toString().endsWith(".heic")).toList()) {
        assertSame(parser(file.toString()), Files.readAllBytes(file));
      }
    }
  }

  private static void assertSame(HeaderParser parser, byte[] file) throws IOException {
    Header header = (Header) parser.inspect(file, true);
    ImageReader reader = ImageIO.getImageReadersByFormatName(parser.name()).next();
    try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
      reader.setInput(in);
      boolean gif = parser == HeaderParser.GIF;
      assertThat(header.width()).isEqualTo(gif ? screen(file, 6) : reader.getWidth(0));
      assertThat(header.height()).isEqualTo(gif ? screen(file, 8) : reader.getHeight(0));
      if (parser != HeaderParser.JPEG) {
        // The JDK's reader counts the previews of phones as pictures.
        assertThat(header.frames()).isEqualTo(reader.getNumImages(true));
      }
      var types = new ArrayList<ColorModel>();
      reader.getImageTypes(0).forEachRemaining(type -> types.add(type.getColorModel()));
      if (parser == HeaderParser.JPEG) {
        assertThat(profile(header)).isEqualTo(profile(types));
      } else if (!gif) {
        assertThat(types.getFirst().hasAlpha()).isEqualTo(header.channels().alpha() != Alpha.NONE);
      }
    } finally {
      reader.dispose();
    }
  }

  /**
   * Reads a side of the screen: the JDK's reader knows only the first frame, which may be smaller.
   */
  private static int screen(byte[] gif, int at) {
    return (gif[at] & 0xff) | (gif[at + 1] & 0xff) << 8;
  }

  private static byte @Nullable [] profile(Header header) {
    return header.color().profile() instanceof Profile.Icc(byte[] icc)
        ? ICC_Profile.getInstance(icc).getData()
        : null;
  }

  /** Returns the profile of the color space that the reader offers besides sRGB. */
  private static byte @Nullable [] profile(List<ColorModel> types) {
    for (ColorModel type : types) {
      if (type.getColorSpace() instanceof ICC_ColorSpace space
          && !space.isCS_sRGB()
          && space.getNumComponents() == 3) {
        return space.getProfile().getData();
      }
    }
    return null;
  }

  @ParameterizedTest
  @EnumSource(
      value = Fixtures.class,
      names = {"PHONE_PHOTO", "ADOBE_RGB_PHOTO", "DEEP_PNG"})
  void theFirstBytesTellTheSameAsTheWholeFile(Fixtures fixture) {
    HeaderParser parser = parser(fixture.fileName());
    var whole = (Header) parser.inspect(fixture.bytes(), true);
    byte[] head = Arrays.copyOf(fixture.bytes(), 16 * 1024);

    assertThat(parser.inspect(head, false))
        .isInstanceOfSatisfying(
            Header.class,
            part -> {
              assertThat(part.exif()).isEqualTo(whole.exif());
              assertThat(profile(part)).isEqualTo(profile(whole));
            });
  }

  private static HeaderParser parser(String name) {
    String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return switch (extension) {
      case "jpg" -> HeaderParser.JPEG;
      case "png" -> HeaderParser.PNG;
      case "gif" -> HeaderParser.GIF;
      case "tiff" -> HeaderParser.TIFF;
      case "bmp" -> HeaderParser.BMP;
      default -> throw new IllegalArgumentException(name);
    };
  }
}
