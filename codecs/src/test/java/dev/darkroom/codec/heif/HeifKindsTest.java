package dev.darkroom.codec.heif;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.codec.header.Animation;
import dev.darkroom.codec.header.Channels;
import dev.darkroom.codec.header.Header;
import dev.darkroom.codec.header.HeifCoding;
import dev.darkroom.codec.header.Inspection;
import dev.darkroom.codec.header.Profile;
import dev.darkroom.codec.inspect.HeaderParser;
import dev.darkroom.codec.mp4.BoxWriter;
import dev.darkroom.fixtures.Golden;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Headers of HEIF files tell what is coded in them, and how. */
class HeifKindsTest {
  /** A sequence header of AV1: 64×64, 8 bits, 4:2:0, colors not stated, after 4 bytes of av1C. */
  private static final byte[] AV1 = HexFormat.of().parseHex("81000c000a0a00000002afff9fff3008");

  private static final byte[] DATA = {1, 2, 3};

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          j2k1 | a picture coded as JPEG 2000 (j2k1)
          jpeg | a picture coded as JPEG (jpeg)
          vvc1 | a picture coded as VVC (vvc1)
          evc1 | a picture coded as EVC (evc1)
          lhv1 | a picture coded as layered HEVC (lhv1)
          unci | a picture coded as uncompressed samples (unci)
          mski | a picture coded as a mask (mski)
          iovl | a picture coded as an overlay of pictures (iovl)
          abcd | a picture coded as "abcd"
          """)
  void anotherCodecIsNamed(String type, String words) {
    var file = new HeifBuilder("mif1");
    file.item(type, DATA, file.size(640, 480));

    Header header = header(file.build());

    assertThat(header.exotic()).isEqualTo(words);
    assertThat(header.width()).isEqualTo(640);
  }

  @Test
  void tilesOfAnotherCodecAreNamed() {
    var file = new HeifBuilder("mif1");
    int tile = file.item("vvc1", DATA, file.size(320, 480));
    file.primary(file.grid(2, 1, 640, 480, file.size(640, 480))).refer("dimg", 2, tile, tile);

    assertThat(header(file.build()).exotic()).isEqualTo("a picture coded as VVC (vvc1)");
  }

  @Test
  void whatIsCodedIsToldAndNotOnlyWhatIsShown() {
    var file = new HeifBuilder("avif");
    int crop =
        file.property(
            "clap",
            new BoxWriter()
                .u32(64)
                .u32(1)
                .u32(64)
                .u32(1)
                .u32(0)
                .u32(1)
                .u32(0)
                .u32(1)
                .toByteArray());
    file.item("av01", DATA, file.size(12_000, 12_000), file.property("av1C", AV1), crop);

    Header header = header(file.build());

    assertThat(header.pixels()).isEqualTo(64 * 64);
    assertThat(header.heif()).extracting(HeifCoding::pixels).isEqualTo(144_000_000L);
  }

  @Test
  void tilesThatOverhangTheirPictureAreCounted() {
    var file = new HeifBuilder("avif");
    int config = file.property("av1C", AV1);
    int tile = file.item("av01", DATA, file.size(64, 64), config);
    file.primary(file.grid(2, 2, 65, 65)).refer("dimg", 2, tile, tile, tile, tile);

    assertThat(header(file.build()).heif())
        .isEqualTo(new HeifCoding("av01", 65, 65, 64, 64, 4, 64 * 64, 4 * 64 * 64));
  }

  @Test
  void theCodecsHeaderTellsWhatTheContainerDoesNot() {
    Header header = header(Golden.of("avif/colors-in-stream.avif").bytes());

    assertThat(header.color().profile()).isEqualTo(new Profile.Cicp(1, 13, 1, true));
    assertThat(header(Golden.of("heic/ten-bit.heic").bytes()).channels())
        .extracting(Channels::bits)
        .isEqualTo(10);
    assertThat(header(Golden.of("avif/gray.avif").bytes()).channels())
        .extracting(Channels::count)
        .isEqualTo(1);
  }

  @Test
  void aFileThatMovesSaysSo() {
    byte[] still = new HeifBuilder("avis").build();
    var file = new HeifBuilder("avis");
    file.item("av01", DATA, file.size(64, 64), file.property("av1C", AV1));
    byte[] moving = new BoxWriter().bytes(file.build()).bytes(movie(25)).toByteArray();

    Header header = header(moving);

    assertThat(header.frames()).isEqualTo(25);
    assertThat(header.animation()).isEqualTo(new Animation(1000, 0));
    assertThat(header.exotic()).isNull();
    assertThat(HeaderParser.HEIF.inspect(still, true)).isInstanceOf(Inspection.Damaged.class);
  }

  @Test
  void aSequenceWithoutAStillPictureIsNamed() {
    byte[] file =
        new BoxWriter()
            .box("ftyp", w -> w.text("hevc").u32(0).text("msf1"))
            .bytes(movie(3))
            .toByteArray();

    Header header = header(file);

    assertThat(header.exotic()).isEqualTo("a sequence of pictures and no still one");
    assertThat(header.frames()).isEqualTo(3);
    assertThat(header.width()).isEqualTo(320);
    assertThat(header.height()).isEqualTo(200);
  }

  private static Header header(byte[] file) {
    return (Header) HeaderParser.HEIF.inspect(file, true);
  }

  /** Makes an index of a track of pictures of 320×200, 25 a second. */
  private static byte[] movie(int frames) {
    return new BoxWriter()
        .box(
            "moov",
            moov ->
                moov.box(
                    "trak",
                    trak ->
                        trak.box(
                            "mdia",
                            mdia ->
                                mdia.fullBox("mdhd", 0, 0, w -> w.u32(0).u32(0).u32(25).u32(frames))
                                    .fullBox("hdlr", 0, 0, w -> w.u32(0).text("pict").zeroes(13))
                                    .box("minf", minf -> minf.box("stbl", w -> table(w, frames))))))
        .toByteArray();
  }

  private static void table(BoxWriter stbl, int frames) {
    stbl.fullBox(
            "stsd", 0, 0, w -> w.u32(1).box("av01", e -> e.zeroes(24).u16(320).u16(200).zeroes(50)))
        .fullBox("stsz", 0, 0, w -> w.u32(100).u32(frames));
  }
}
