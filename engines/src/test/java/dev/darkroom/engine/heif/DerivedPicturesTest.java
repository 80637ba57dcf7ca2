package dev.darkroom.engine.heif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.heif.HeifBuilder;
import dev.darkroom.codec.heif.HeifFile;
import dev.darkroom.codec.heif.HeifLimits;
import dev.darkroom.codec.mp4.BoxWriter;
import dev.darkroom.codec.mp4.Mp4Source;
import dev.darkroom.codec.mp4.SampleEntry.Color;
import dev.darkroom.codec.picture.Bitmap;
import dev.darkroom.engine.ffmpeg.EngineLimits;
import dev.darkroom.engine.ffmpeg.FrameCodec;
import dev.darkroom.engine.ffmpeg.RealEngine;
import dev.darkroom.engine.ffmpeg.SampleTile;
import dev.darkroom.engine.heif.HeifResult.Decoded;
import dev.darkroom.engine.heif.HeifResult.Unsupported;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures made of other pictures take from them what they do not state themselves. */
class DerivedPicturesTest {
  private static final int EDGE = SampleTile.EDGE;
  private static final SampleTile TILE = SampleTile.of(FrameCodec.AV1);
  private static final byte[] NOTHING = {};

  /** Luma of the tile's quadrants, row by row, in limited range. */
  private static final int[] QUADRANTS = {40, 100, 160, 220};

  private final HeifBuilder file = new HeifBuilder("avif");
  private final int tileSize = file.size(EDGE, EDGE);
  private final int config = file.property("av1C", TILE.configuration());

  @ParameterizedTest
  @EnumSource(names = {"HEVC", "AV1", "H264"})
  void aPictureIsDecodedWhateverItsCodec(FrameCodec codec) throws Exception {
    SampleTile tile = SampleTile.of(codec);
    var other = new HeifBuilder("mif1");
    String type = codec == FrameCodec.HEVC ? "hvc1" : codec == FrameCodec.AV1 ? "av01" : "avc1";
    other.item(
        type,
        tile.frame(),
        other.size(EDGE, EDGE),
        other.property(codec.configurationType(), tile.configuration()));

    showsQuadrants(decoded(other.build(), codec).bitmap(), 0, 0, EDGE);
  }

  @Test
  void aGridTakesItsProfileAndColorsFromItsTiles() throws Exception {
    int profile = file.property("colr", new BoxWriter().text("prof").text("icc!").toByteArray());
    int points =
        file.property(
            "colr", new BoxWriter().text("nclx").u16(12).u16(13).u16(6).u8(0).toByteArray());
    int first = file.item("av01", TILE.frame(), tileSize, config, profile, points);
    int second = file.item("av01", TILE.frame(), tileSize, config);
    file.primary(file.grid(2, 1, 2 * EDGE, EDGE, file.size(2 * EDGE, EDGE)));
    file.refer("dimg", 3, first, second);

    HeifFile index = read(file.build());

    assertThat(index.color().icc()).asString().isEqualTo("icc!");
    assertThat(index.color().codePoints()).isEqualTo(new Color(12, 13, 6, false));
  }

  @Test
  void aGridTakesAlphaFromTheTilesThatHaveIt() throws Exception {
    int first = file.item("av01", TILE.frame(), tileSize, config);
    int second = file.item("av01", TILE.frame(), tileSize, config);
    int alpha = file.item("av01", TILE.frame(), tileSize, config, file.alpha());
    file.refer("auxl", alpha, second);
    file.primary(file.grid(2, 1, 2 * EDGE, EDGE, file.size(2 * EDGE, EDGE)));
    file.refer("dimg", 4, first, second);

    Decoded decoded = decoded(file.build(), FrameCodec.AV1);

    Bitmap bitmap = decoded.bitmap();
    assertThat(decoded.missingTiles()).isZero();
    assertThat(bitmap.opaque()).isFalse();
    assertThat(alpha(bitmap, 10, 10)).isEqualTo(255);
    assertThat(alpha(bitmap, EDGE + 10, 10)).isBetween(20, 60);
    assertThat(alpha(bitmap, 2 * EDGE - 10, EDGE - 10)).isBetween(215, 255);
    showsQuadrants(bitmap, EDGE, 0, EDGE);
  }

  @Test
  void alphaWithoutASizeIsAsLargeAsItsPicture() throws Exception {
    int picture = file.item("av01", TILE.frame(), tileSize, config);
    file.refer("auxl", file.item("av01", TILE.frame(), config, file.alpha()), picture);

    Bitmap bitmap = decoded(file.build(), FrameCodec.AV1).bitmap();

    assertThat(alpha(bitmap, 10, 10)).isBetween(20, 60);
    assertThat(alpha(bitmap, EDGE - 10, EDGE - 10)).isBetween(215, 255);
  }

  @Test
  void aPictureWithoutASizeHasTheOneOfItsCodec() throws Exception {
    file.item("av01", TILE.frame(), config);

    showsQuadrants(decoded(file.build(), FrameCodec.AV1).bitmap(), 0, 0, EDGE);
  }

  @Test
  void anotherViewOfAPictureIsTurnedAfterIt() throws Exception {
    int crop =
        file.property(
            "clap",
            new BoxWriter()
                .u32(EDGE)
                .u32(1)
                .u32(EDGE / 2)
                .u32(1)
                .u32(0)
                .u32(1)
                .u32(-EDGE / 4)
                .u32(1)
                .toByteArray());
    int picture = file.item("av01", TILE.frame(), tileSize, config, crop);
    int turn = file.property("irot", (byte) 1);
    file.primary(file.item("iden", NOTHING, turn)).refer("dimg", 2, picture);

    Bitmap bitmap = decoded(file.build(), FrameCodec.AV1).bitmap();

    // The upper half, turned anticlockwise.
    assertThat(bitmap.width()).isEqualTo(EDGE / 2);
    assertThat(bitmap.height()).isEqualTo(EDGE);
    assertThat(gray(bitmap, 10, 10)).isGreaterThan(gray(bitmap, 10, EDGE - 10) + 40);
  }

  @Test
  void aPictureOfItselfIsMalformed() {
    file.primary(file.item("iden", NOTHING, tileSize)).refer("dimg", 1, 1);

    assertThatThrownBy(() -> read(file.build())).isInstanceOf(Malformed.class);
  }

  @Test
  void anIndexThatReachesToTheEndOfTheFileIsRead() throws Exception {
    file.item("av01", TILE.frame(), tileSize, config);

    showsQuadrants(decoded(file.openEnded().build(), FrameCodec.AV1).bitmap(), 0, 0, EDGE);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4})
  void aLayerOfLowerResolutionFillsItsPicture(int scale) throws Exception {
    file.item("av01", TILE.frame(), file.size(scale * EDGE, scale * EDGE), config);

    showsQuadrants(decoded(file.build(), FrameCodec.AV1).bitmap(), 0, 0, scale * EDGE);
  }

  @Test
  void aPictureOfAnotherShapeThanAnnouncedIsMalformed() throws Exception {
    file.item("av01", TILE.frame(), file.size(4 * EDGE, EDGE), config);
    HeifFile index = read(file.build());

    assertThatThrownBy(index::picture).isInstanceOf(Malformed.class);
  }

  @Test
  void tilesThatAreTurnedEachAreNamed() throws Exception {
    int turn = file.property("irot", (byte) 1);
    int first = file.item("av01", TILE.frame(), tileSize, config, turn);
    int second = file.item("av01", TILE.frame(), tileSize, config, turn);
    file.primary(file.grid(2, 1, 2 * EDGE, EDGE, file.size(2 * EDGE, EDGE)));
    byte[] bytes = file.refer("dimg", 3, first, second).build();

    assertThat(result(bytes, FrameCodec.AV1))
        .isEqualTo(new Unsupported("tiles that are turned or cropped each"));
  }

  @Test
  void tilesThatAreTurnedByNothingAreDecoded() throws Exception {
    int turn = file.property("irot", (byte) 0);
    int first = file.item("av01", TILE.frame(), tileSize, config, turn);
    int second = file.item("av01", TILE.frame(), tileSize, config, turn);
    file.primary(file.grid(2, 1, 2 * EDGE, EDGE, file.size(2 * EDGE, EDGE)));
    byte[] bytes = file.refer("dimg", 3, first, second).build();

    showsQuadrants(decoded(bytes, FrameCodec.AV1).bitmap(), EDGE, 0, EDGE);
  }

  private static HeifFile read(byte[] bytes) throws Exception {
    return HeifFile.read(Mp4Source.of(bytes), HeifLimits.DEFAULT);
  }

  private static Decoded decoded(byte[] bytes, FrameCodec codec) throws Exception {
    return (Decoded) result(bytes, codec);
  }

  private static HeifResult result(byte[] bytes, FrameCodec codec) throws Exception {
    return new HeifDecoder(RealEngine.needed(codec))
        .decode(read(bytes), Mp4Source.of(bytes), new HeifRequest(1, EngineLimits.DEFAULT));
  }

  /** Checks that a square shows the tile, each quadrant in its place. */
  private static void showsQuadrants(Bitmap bitmap, int left, int top, int edge) {
    for (int i = 0; i < QUADRANTS.length; i++) {
      int x = left + edge / 4 + i % 2 * edge / 2;
      int y = top + edge / 4 + i / 2 * edge / 2;
      int value = Math.round((QUADRANTS[i] - 16) * 255f / 219);
      assertThat(gray(bitmap, x, y)).as("at %d, %d", x, y).isBetween(value - 8, value + 8);
    }
  }

  private static int gray(Bitmap bitmap, int x, int y) {
    return bitmap.pixels()[y * bitmap.width() + x] >> 8 & 255;
  }

  private static int alpha(Bitmap bitmap, int x, int y) {
    return bitmap.pixels()[y * bitmap.width() + x] >>> 24;
  }
}
