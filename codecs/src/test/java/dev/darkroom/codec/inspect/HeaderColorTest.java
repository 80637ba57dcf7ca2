package dev.darkroom.codec.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.codec.header.Color;
import dev.darkroom.codec.header.Header;
import dev.darkroom.codec.header.Profile;
import dev.darkroom.fixtures.Fixtures;
import dev.darkroom.fixtures.Golden;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;

class HeaderColorTest {
  private static final byte[] ICC = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
  private static final int AFTER_IHDR = 33;

  @Test
  void aJpegsProfileIsJoinedFromSegmentsInAnyOrder() {
    byte[] jpeg = Fixtures.PLAIN_PHOTO.bytes();
    byte[] two = app2(2, 2, ICC, 1000, ICC.length);
    byte[] one = app2(1, 2, ICC, 0, 1000);

    assertThat(profile(HeaderParser.JPEG, insert(jpeg, 2, concat(two, one))))
        .isInstanceOfSatisfying(Profile.Icc.class, icc -> assertThat(icc.bytes()).isEqualTo(ICC));
  }

  @Test
  void aProfileWithAMissingSegmentIsIgnored() {
    byte[] jpeg = insert(Fixtures.PLAIN_PHOTO.bytes(), 2, app2(2, 2, ICC, 1000, ICC.length));

    assertThat(profile(HeaderParser.JPEG, jpeg)).isEqualTo(new Profile.Unspecified());
  }

  @Test
  void anOversizedJpegProfileIsReportedByItsSize() {
    var segments = new ByteArrayOutputStream();
    for (int i = 1; i <= 20; i++) {
      segments.writeBytes(app2(i, 20, new byte[60_000], 0, 60_000));
    }

    assertThat(
            profile(
                HeaderParser.JPEG, insert(Fixtures.PLAIN_PHOTO.bytes(), 2, segments.toByteArray())))
        .isEqualTo(new Profile.Oversized(1_200_000));
  }

  @Test
  void aPngsProfileIsInflated() {
    byte[] png = insert(Fixtures.DEEP_PNG.bytes(), AFTER_IHDR, iccp(ICC));

    assertThat(profile(HeaderParser.PNG, png))
        .isInstanceOfSatisfying(Profile.Icc.class, icc -> assertThat(icc.bytes()).isEqualTo(ICC));
  }

  @Test
  void ofSeveralProfilesInAPngTheFirstCounts() {
    byte[] png =
        insert(Fixtures.DEEP_PNG.bytes(), AFTER_IHDR, concat(iccp(ICC), iccp(new byte[200])));

    assertThat(profile(HeaderParser.PNG, png))
        .isInstanceOfSatisfying(Profile.Icc.class, icc -> assertThat(icc.bytes()).isEqualTo(ICC));
  }

  @Test
  void aProfileAfterAPngsPixelsDoesNotCount() {
    byte[] png = Fixtures.DEEP_PNG.bytes();
    int iend = png.length - 12;

    assertThat(profile(HeaderParser.PNG, insert(png, iend, iccp(ICC))))
        .isEqualTo(profile(HeaderParser.PNG, png));
  }

  @Test
  void anOversizedPngProfileIsNotInflatedToTheEnd() {
    byte[] png = insert(Fixtures.DEEP_PNG.bytes(), AFTER_IHDR, iccp(new byte[100_000_000]));

    assertThat(profile(HeaderParser.PNG, png))
        .isInstanceOfSatisfying(
            Profile.Oversized.class,
            oversized ->
                assertThat(oversized.size())
                    .isBetween((long) Profile.MAX_ICC, Profile.MAX_ICC + 10_000L));
  }

  @Test
  void codePointsTakePrecedenceInAPng() {
    byte[] chunks =
        concat(
            chunk("gAMA", ByteBuffer.allocate(4).putInt(100_000).array()),
            chunk("sRGB", new byte[1]),
            chunk("cICP", new byte[] {12, 13, 0, 1}));

    assertThat(profile(HeaderParser.PNG, insert(Fixtures.DEEP_PNG.bytes(), AFTER_IHDR, chunks)))
        .isEqualTo(new Profile.Cicp(12, 13, 0, true));
  }

  @Test
  void aGammaThatIsNotSrgbsIsReported() {
    byte[] linear = chunk("gAMA", ByteBuffer.allocate(4).putInt(100_000).array());
    byte[] usual = chunk("gAMA", ByteBuffer.allocate(4).putInt(45_455).array());
    byte[] png = Fixtures.DEEP_PNG.bytes();

    assertThat(profile(HeaderParser.PNG, insert(png, AFTER_IHDR, linear)))
        .isInstanceOfSatisfying(
            Profile.Calibrated.class, told -> assertThat(told.gamma()).isEqualTo(1));
    assertThat(profile(HeaderParser.PNG, insert(png, AFTER_IHDR, usual)))
        .isEqualTo(new Profile.Unspecified());
  }

  @Test
  void adobesMarkerTellsCmykFromYcck() {
    assertInks("jpeg/cmyk.jpg", Color.Model.CMYK);
    assertInks("jpeg/ycck.jpg", Color.Model.YCCK);
  }

  private static void assertInks(String golden, Color.Model model) {
    Header header = (Header) HeaderParser.JPEG.inspect(Golden.of(golden).bytes(), true);

    assertThat(header.color().model()).isEqualTo(model);
  }

  @Test
  void adobesMarkerTellsRgbFromYcbcr() {
    byte[] plain = Fixtures.PLAIN_PHOTO.bytes();
    byte[] adobe = {
      (byte) 0xff, (byte) 0xee, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0
    };
    byte[] withoutJfif = plain.clone();
    withoutJfif[6] = 'X';

    assertThat(color(plain)).isEqualTo(Color.Model.YCBCR);
    assertThat(color(insert(withoutJfif, 2, adobe))).isEqualTo(Color.Model.RGB);
    assertThat(color(Fixtures.GRAY_PHOTO.bytes())).isEqualTo(Color.Model.GRAY);
  }

  private static Color.Model color(byte[] jpeg) {
    return ((Header) HeaderParser.JPEG.inspect(jpeg, true)).color().model();
  }

  private static Profile profile(HeaderParser parser, byte[] file) {
    return ((Header) parser.inspect(file, true)).color().profile();
  }

  private static byte[] app2(int number, int count, byte[] icc, int from, int to) {
    return ByteBuffer.allocate(18 + to - from)
        .putShort((short) 0xffe2)
        .putShort((short) (16 + to - from))
        .put("ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII))
        .put((byte) number)
        .put((byte) count)
        .put(icc, from, to - from)
        .array();
  }

  private static byte[] iccp(byte[] icc) {
    var data = new ByteArrayOutputStream();
    data.writeBytes("Profile\0\0".getBytes(StandardCharsets.US_ASCII));
    try (var deflater = new Deflater()) {
      deflater.setInput(icc);
      deflater.finish();
      byte[] piece = new byte[8192];
      while (!deflater.finished()) {
        data.write(piece, 0, deflater.deflate(piece));
      }
    }
    return chunk("iCCP", data.toByteArray());
  }

  /** Returns a chunk with a checksum of 0, which the header reader does not check. */
  private static byte[] chunk(String type, byte[] data) {
    return ByteBuffer.allocate(12 + data.length)
        .putInt(data.length)
        .put(type.getBytes(StandardCharsets.US_ASCII))
        .put(data)
        .array();
  }

  private static byte[] insert(byte[] file, int at, byte[] part) {
    return ByteBuffer.allocate(file.length + part.length)
        .put(file, 0, at)
        .put(part)
        .put(file, at, file.length - at)
        .array();
  }

  private static byte[] concat(byte[]... parts) {
    var all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
