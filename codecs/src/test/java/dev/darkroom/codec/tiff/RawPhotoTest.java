package dev.darkroom.codec.tiff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.codec.header.Header;
import dev.darkroom.codec.header.Inspection;
import dev.darkroom.codec.inspect.HeaderParser;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Finds the preview that stands for a camera's raw photo, and never takes a thumbnail for it. */
class RawPhotoTest {
  private static final int FILTER_ARRAY = 32803;
  private static final int DNG_VERSION = 50706;

  @Test
  void theLargestPreviewStandsForThePhoto() throws Exception {
    byte[] file =
        thumbnail().with(DNG_VERSION, 1).below(raw()).below(jpeg(1024)).below(jpeg(2048)).bytes();

    Header header = header(file);

    assertThat(header.width()).isEqualTo(2048);
    assertThat(header.frames()).isEqualTo(1);
    assertThat(Objects.requireNonNull(header.jpeg()).progressive()).isFalse();
    assertThat(RawPhoto.previewOf(file)).isEqualTo(jpegFile(2048));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 999})
  void aPhotoWithoutALargePreviewIsRefusedByName(int width) {
    TiffBytes dng = thumbnail().with(DNG_VERSION, 1).below(raw());
    byte[] file = (width == 0 ? dng : dng.below(jpeg(width))).bytes();

    assertThat(header(file).exotic()).isEqualTo("a raw picture (DNG) and no large preview");
  }

  @Test
  void aPhotoWithoutAVersionIsKnownByItsRawSamples() {
    assertThat(header(thumbnail().below(raw()).bytes()).exotic())
        .isEqualTo("a raw picture (of a camera) and no large preview");
    assertThat(header(raw().bytes(List.of(jpeg(1024)), -1)).width()).isEqualTo(1024);
  }

  @Test
  void thePreviewOfACr2IsKnownByItsMark() {
    byte[] file = jpeg(1024).canon().with(254, 0).bytes(List.of(thumbnail()), -1);

    assertThat(header(file).width()).isEqualTo(1024);
    assertThat(header(file).jpeg()).isNotNull();
    assertThat(header(thumbnail().canon().bytes()).exotic())
        .isEqualTo("a raw picture (CR2) and no large preview");
  }

  @Test
  void allOfThePreviewIsWaitedFor() {
    byte[] file = thumbnail().with(DNG_VERSION, 1).below(jpeg(1024)).bytes();

    assertThat(HeaderParser.TIFF.inspect(Arrays.copyOf(file, file.length - 4), false))
        .isInstanceOf(Inspection.NeedMore.class);
  }

  private static TiffBytes thumbnail() {
    return TiffBytes.of(64, 43, 2, 8, 8, 8).with(254, 1).data(new byte[64 * 43 * 3]);
  }

  private static TiffBytes raw() {
    return TiffBytes.of(4000, 3000, FILTER_ARRAY, 16).data(new byte[100]);
  }

  private static TiffBytes jpeg(int width) {
    return TiffBytes.of(width, 700, 6, 8, 8, 8)
        .with(254, 1)
        .with(TiffBytes.COMPRESSION, 7)
        .data(jpegFile(width));
  }

  /** Returns a JPEG without coded data: a frame of one component, and a scan. */
  private static byte[] jpegFile(int width) {
    int[] file = {
      0xff,
      0xd8,
      0xff,
      0xc0,
      0,
      11,
      8,
      700 >> 8,
      700 & 0xff,
      width >> 8,
      width & 0xff,
      1,
      1,
      0x11,
      0,
      0xff,
      0xda,
      0,
      8,
      1,
      1,
      0,
      0,
      63,
      0,
      0xff,
      0xd9
    };
    byte[] bytes = new byte[file.length];
    for (int i = 0; i < file.length; i++) {
      bytes[i] = (byte) file[i];
    }
    return bytes;
  }

  private static Header header(byte[] file) {
    return (Header) HeaderParser.TIFF.inspect(file, true);
  }
}
