package dev.darkroom.engine.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.darkroom.codec.picture.Bitmap;
import dev.darkroom.engine.foreign.JpegOptions.Subsampling;
import dev.darkroom.fixtures.Fixtures;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(NeedsNativeCodecs.class)
class JpegDecodingTest {
  @ParameterizedTest
  @CsvSource({
    "PHONE_PHOTO, 2016, 1512",
    "PLAIN_PHOTO, 1200, 800",
    "GRAY_PHOTO, 640, 480",
  })
  void fullSizeIsWhatImageIoSees(Fixtures fixture, int width, int height) throws IOException {
    Bitmap picture = Pictures.picture(NativeJpeg.decode(fixture.bytes(), 1, width, height));

    assertThat(picture.opaque()).isTrue();
    assertThat(Pictures.psnr(picture, Pictures.byImageIo(fixture.bytes())))
        .isGreaterThanOrEqualTo(45);
  }

  @ParameterizedTest
  @CsvSource({
    "PHONE_PHOTO, 2016, 1512, 2",
    "PHONE_PHOTO, 2016, 1512, 4",
    "PHONE_PHOTO, 2016, 1512, 8",
    "PLAIN_PHOTO, 1200, 800, 2",
    "PLAIN_PHOTO, 1200, 800, 4",
    "PLAIN_PHOTO, 1200, 800, 8",
    "GRAY_PHOTO, 640, 480, 2",
    "GRAY_PHOTO, 640, 480, 4",
    "GRAY_PHOTO, 640, 480, 8",
  })
  void scaledIsWhatAveragingTheFullSizeGives(
      Fixtures fixture, int width, int height, int reduction) {
    byte[] file = fixture.bytes();
    Bitmap full = Pictures.picture(NativeJpeg.decode(file, 1, width, height));

    Bitmap scaled = Pictures.picture(NativeJpeg.decode(file, reduction, width, height));

    assertThat(scaled.width()).isEqualTo(Math.ceilDiv(width, reduction));
    assertThat(Pictures.psnr(scaled, Pictures.averaged(full, reduction)))
        .isGreaterThanOrEqualTo(32);
  }

  /** 0x55 means nothing, 0xd8 starts a picture, 0xc4 tables that follow here. */
  @ParameterizedTest
  @ValueSource(ints = {0x02, 0x55, 0xd8, 0xc4, 0xda, 0xf0})
  void dataDamagedIntoAMarkerShowWhatPrecedes(int marker) {
    Bitmap photo = Pictures.photo(320, 240);
    byte[] file = NativeJpeg.encode(photo, JpegOptions.of(90));
    Bitmap whole = Pictures.picture(NativeJpeg.decode(file, 1, 320, 240));
    int middle = file.length * 2 / 3;
    file[middle] = (byte) 0xff;
    file[middle + 1] = (byte) marker;

    var shown = (Decoding.Picture) NativeJpeg.decode(file, 1, 320, 240);

    assertThat(shown.damaged()).isTrue();
    int[] first = Arrays.copyOf(shown.bitmap().pixels(), 320 * 80);
    assertThat(first).isEqualTo(Arrays.copyOf(whole.pixels(), first.length));
  }

  @Test
  void nonsenseAfterTheLastScanIsNoDamage() {
    byte[] file = NativeJpeg.encode(Pictures.photo(160, 120), JpegOptions.of(90));
    byte[] longer = Arrays.copyOf(file, file.length + 8);
    longer[file.length - 1] = 0x55;

    assertThat(NativeJpeg.decode(longer, 1, 160, 120))
        .isInstanceOfSatisfying(
            Decoding.Picture.class, picture -> assertThat(picture.damaged()).isFalse());
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "17, 3", "3, 17", "8, 8", "65, 129", "1, 500"})
  void oddSizesAreRoundedUp(int width, int height) {
    byte[] file =
        NativeJpeg.encode(
            Pictures.photo(width, height), new JpegOptions(95, Subsampling.HALVED, false));
    for (int reduction = 1; reduction <= 8; reduction *= 2) {
      Bitmap picture = Pictures.picture(NativeJpeg.decode(file, reduction, width, height));

      assertThat(picture.width()).isEqualTo((width + reduction - 1) / reduction);
      assertThat(picture.height()).isEqualTo((height + reduction - 1) / reduction);
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 5", "3, 4", "17, 3", "641, 33"})
  void grayIsGrayAtAnyWidth(int width, int height) throws IOException {
    byte[] file = Pictures.grayJpeg(width, height);

    Bitmap picture = Pictures.picture(NativeJpeg.decode(file, 1, width, height));

    assertThat(Pictures.psnr(picture, Pictures.byImageIo(file))).isGreaterThanOrEqualTo(45);
  }

  @Test
  void truncatedDataGivesADamagedPicture() {
    Decoding decoding = NativeJpeg.decode(Fixtures.TRUNCATED_PHOTO.bytes(), 2, 1200, 800);

    assertThat(decoding)
        .isInstanceOfSatisfying(
            Decoding.Picture.class,
            picture -> {
              assertThat(picture.damaged()).isTrue();
              assertThat(picture.bitmap().width()).isEqualTo(600);
            });
  }

  @Test
  void aMissingEndMarkAloneIsNoDamage() {
    byte[] file = Fixtures.PLAIN_PHOTO.bytes();

    Decoding decoding = NativeJpeg.decode(Arrays.copyOf(file, file.length - 2), 8, 1200, 800);

    assertThat(Pictures.picture(decoding).width()).isEqualTo(150);
  }

  /** The fixture is red: 255 minus its ink is stored as 255, 0, 0 and 255. */
  @Test
  void ofFourInksEachColorIsMultipliedByTheKey() {
    Bitmap product = Pictures.picture(NativeJpeg.decode(Fixtures.CMYK_PHOTO.bytes(), 8, 320, 240));

    int pixel = product.pixels()[15 * 40 + 20];
    assertThat(pixel >> 16 & 0xff).isGreaterThan(240);
    assertThat(pixel >> 8 & 0xff).isLessThan(15);
    assertThat(pixel & 0xff).isLessThan(15);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GARBAGE", "EMPTY", "BOMB_PNG"})
  void whatIsNoJpegIsBroken(Fixtures fixture) {
    assertThat(NativeJpeg.decode(fixture.bytes(), 1, 10, 10)).isInstanceOf(Decoding.Broken.class);
  }

  @Test
  void otherSizesThanTheCallerSawAreRefused() {
    assertThat(NativeJpeg.decode(Fixtures.PLAIN_PHOTO.bytes(), 1, 1200, 801))
        .isEqualTo(new Decoding.Broken("1200×800 instead of 1200×801 pixels"));
  }

  @Test
  void edgesThatLibjpegRefusesAreRefusedBefore() {
    byte[] file = Fixtures.PLAIN_PHOTO.bytes();
    int frame = JpegBytes.frameHeader(file);
    file[frame + 5] = (byte) 0xff;
    file[frame + 6] = (byte) 0xff;

    assertThat(NativeJpeg.decode(file, 8, 1200, 65_535))
        .isEqualTo(new Decoding.Broken("no picture has 1200×65535 pixels"));
  }

  @Test
  void twelveBitsAreForAnotherDecoder() {
    byte[] file = Fixtures.PLAIN_PHOTO.bytes();
    file[JpegBytes.frameHeader(file) + 4] = 12;

    assertThat(NativeJpeg.decode(file, 1, 1200, 800))
        .isEqualTo(new Decoding.Unsupported("12 bits a sample"));
  }

  @Test
  void onlyPowersOfTwoUpToEightReduce() {
    for (int reduction : new int[] {0, 3, 16, -1}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> NativeJpeg.decode(new byte[0], reduction, 1, 1));
    }
  }
}
