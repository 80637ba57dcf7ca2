package dev.darkroom.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Outcome;
import dev.darkroom.fixtures.Fixtures;
import dev.darkroom.fixtures.Golden;
import dev.darkroom.image.hostile.BmpBombs;
import dev.darkroom.image.hostile.GifBombs;
import dev.darkroom.image.hostile.HeifBombs;
import dev.darkroom.image.hostile.JpegBombs;
import dev.darkroom.image.hostile.PngBombs;
import dev.darkroom.image.hostile.Spending;
import dev.darkroom.image.hostile.TiffBombs;
import dev.darkroom.image.hostile.WebpBombs;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Processes small files that demand much, with the default limits: each is rejected with a reason
 * for people or becomes pictures, in less than a second of CPU and 64 MB.
 */
class BombTest {
  private static final Duration CPU = Duration.ofSeconds(1);
  private static final Workplace WORKPLACE = new Workplace();

  static Stream<Arguments> bombs() {
    return Stream.of(
        bomb("PNG header of 50,000 by 50,000", ErrorCode.TOO_MANY_PIXELS, Fixtures.BOMB_PNG::bytes),
        bomb(
            "PNG of 50,000 by 50,000",
            ErrorCode.TOO_MANY_PIXELS,
            () -> PngBombs.black(50_000, 50_000)),
        bomb(
            "PNG profile of 100 MB",
            ErrorCode.TOO_LARGE,
            () -> PngBombs.swollen("iCCP", "bomb\0\0", 100_000_000)),
        bomb("PNG text of 100 MB", null, () -> PngBombs.swollen("zTXt", "bomb\0\0", 100_000_000)),
        bomb(
            "PNG international text of 100 MB",
            null,
            () -> PngBombs.swollen("iTXt", "bomb\0\1\0\0\0", 100_000_000)),
        bomb("PNG pixels that do not end", null, () -> PngBombs.overflowing(200_000_000)),
        bomb("PNG of 50,000 chunks", null, () -> PngBombs.crowded(50_000)),
        bomb(
            "PNG profile of 1 MiB 4,000 times",
            null,
            () -> PngBombs.repeated("iCCP", "bomb\0\0", 1 << 20, 4000)),
        bomb(
            "PNG Exif 150 times",
            null,
            () -> PngBombs.repeatedExif(TiffBombs.exifChain(5000), 150)),
        bomb("PNG of 100,000 empty chunks of pixels", null, () -> PngBombs.emptyData(100_000)),
        bomb("PNG Exif loop", null, () -> PngBombs.withExif(TiffBombs.exifLoop())),
        bomb("PNG Exif chain", null, () -> PngBombs.withExif(TiffBombs.exifChain(50_000))),
        bomb(
            "GIF frames on a huge screen",
            ErrorCode.TOO_MANY_PIXELS,
            () -> GifBombs.frames(65_535, 65_535, 5000)),
        bomb(
            "GIF 5,000 frames on a large screen",
            ErrorCode.TOO_MANY_PIXELS,
            () -> GifBombs.frames(2000, 2000, 5000)),
        bomb(
            "GIF of 100,000 frames",
            ErrorCode.TOO_MANY_FRAMES,
            () -> GifBombs.frames(100, 100, 100_000)),
        bomb(
            "GIF frame larger than its screen",
            ErrorCode.TOO_MANY_PIXELS,
            () -> GifBombs.frameLargerThanScreen(65_535, 65_535)),
        bomb(
            "GIF frame larger than its screen within limits",
            ErrorCode.CORRUPT_FILE,
            () -> GifBombs.frameLargerThanScreen(3000, 3000)),
        bomb("GIF of 100,000 comments", null, () -> GifBombs.comments(100_000)),
        bomb(
            "TIFF strip past the end",
            ErrorCode.CORRUPT_FILE,
            () -> TiffBombs.strip(1000, 1000, 0xfffffff0L, 0xfffffff0L)),
        bomb(
            "TIFF strip of 4 GiB",
            ErrorCode.CORRUPT_FILE,
            () -> TiffBombs.strip(1000, 1000, 8, 0xffffffffL)),
        bomb(
            "TIFF of 50,000 by 50,000",
            ErrorCode.TOO_MANY_PIXELS,
            () -> TiffBombs.strip(50_000, 50_000, 8, 64)),
        bomb("TIFF strip that inflates to 200 MB", null, () -> TiffBombs.swollenStrip(200_000_000)),
        bomb(
            "TIFF of 100 million strips",
            ErrorCode.CORRUPT_FILE,
            () -> TiffBombs.countOfStrips(100_000_000)),
        bomb(
            "TIFF of 4 G strips",
            ErrorCode.CORRUPT_FILE,
            () -> TiffBombs.countOfStrips(0xffffffffL)),
        bomb(
            "TIFF profile of 100 MB",
            ErrorCode.TOO_LARGE,
            () -> TiffBombs.countOf(34675, 7, 100_000_000)),
        bomb("TIFF color map of 4 GiB", null, () -> TiffBombs.countOf(320, 3, 0xffffffffL)),
        bomb("TIFF depths of 2 G", null, () -> TiffBombs.countOf(258, 3, 0x7fffffffL)),
        bomb(
            "TIFF tile of 60,000 by 60,000",
            ErrorCode.CORRUPT_FILE,
            () -> TiffBombs.tile(60_000, 60_000)),
        bomb(
            "TIFF tile of 7,000 by 7,000",
            ErrorCode.CORRUPT_FILE,
            () -> TiffBombs.tile(7008, 7008)),
        bomb(
            "TIFF with a JPEG of 30,000 by 30,000 inside",
            ErrorCode.CORRUPT_FILE,
            () -> TiffBombs.jpeg(64, 64, 7, JpegBombs.hollow(30_000, 30_000))),
        bomb(
            "TIFF with an old JPEG of 30,000 by 30,000 inside",
            ErrorCode.UNSUPPORTED_FORMAT,
            () -> TiffBombs.jpeg(64, 64, 6, JpegBombs.hollow(30_000, 30_000))),
        bomb(
            "TIFF of 12 million tiles",
            ErrorCode.CORRUPT_FILE,
            () -> TiffBombs.tiles(3500, 3500, 12_250_000)),
        bomb(
            "TIFF tile of 60,000 by 60,000 with a JPEG inside",
            ErrorCode.CORRUPT_FILE,
            () -> TiffBombs.jpegTile(60_000, 60_000, JpegBombs.hollow(60_000, 60_000))),
        bomb(
            "TIFF of 1,000 directories of 65,000 entries that overlap",
            null,
            () -> TiffBombs.overlappingDirectories(1000, 65_000)),
        bomb("TIFF directory loop", null, TiffBombs::directoryLoop),
        bomb(
            "TIFF of 10,000 directories",
            ErrorCode.TOO_MANY_FRAMES,
            () -> TiffBombs.directories(10_000)),
        bomb(
            "JPEG header of 65,500 by 65,500",
            ErrorCode.TOO_MANY_PIXELS,
            () -> JpegBombs.hollow(65_500, 65_500)),
        bomb(
            "JPEG of 10,000 scans",
            ErrorCode.CORRUPT_FILE,
            () -> JpegBombs.scans(4000, 4000, 10_000)),
        bomb(
            "JPEG of 499 scans of 81 megapixels",
            ErrorCode.TOO_MANY_PIXELS,
            () -> JpegBombs.scans(9000, 9000, 499)),
        bomb("JPEG profile in 255 segments", ErrorCode.TOO_LARGE, () -> JpegBombs.profile(jpeg())),
        bomb(
            "JPEG profile piece 100,000 times",
            null,
            () -> JpegBombs.repeatedProfile(jpeg(), 100_000)),
        bomb("JPEG Exif loop", null, () -> JpegBombs.withExif(jpeg(), TiffBombs.exifLoop())),
        bomb("JPEG Exif chain", null, () -> JpegBombs.withExif(jpeg(), TiffBombs.exifChain(3600))),
        bomb(
            "JPEG Exif 150 times",
            null,
            () -> JpegBombs.repeatedExif(jpeg(), TiffBombs.exifChain(3600), 150)),
        bomb("JPEG Exif counts", null, () -> JpegBombs.withExif(jpeg(), TiffBombs.exifCounts())),
        bomb("JPEG of fill bytes", ErrorCode.CORRUPT_FILE, () -> JpegBombs.fill(2_000_000)),
        bomb(
            "WebP animation of 16,383 by 16,383",
            ErrorCode.TOO_MANY_PIXELS,
            () -> WebpBombs.frames(16_383, 16_383, 5000)),
        bomb(
            "WebP 5,000 frames on a large canvas",
            ErrorCode.TOO_MANY_PIXELS,
            () -> WebpBombs.frames(2000, 2000, 5000)),
        bomb(
            "WebP canvas of 2^48",
            ErrorCode.TOO_MANY_PIXELS,
            () -> WebpBombs.frames(1 << 24, 1 << 24, 1)),
        bomb(
            "WebP frame with one pixel of many",
            ErrorCode.CORRUPT_FILE,
            () -> WebpBombs.hollowFrame(3000, 2000)),
        bomb(
            "WebP of 16,383 by 16,383",
            ErrorCode.TOO_MANY_PIXELS,
            () -> WebpBombs.hollow(16_383, 16_383)),
        bomb("WebP without data", ErrorCode.CORRUPT_FILE, () -> WebpBombs.hollow(2500, 2000)),
        bomb("WebP profile of 4 GiB", ErrorCode.TOO_LARGE, () -> WebpBombs.endlessChunk("ICCP")),
        bomb(
            "WebP profile of 1 MiB 10 times",
            null,
            () -> WebpBombs.repeated("ICCP", new byte[1 << 20], 10)),
        bomb(
            "WebP Exif 150 times",
            null,
            () -> WebpBombs.repeated("EXIF", TiffBombs.exifChain(5000), 150)),
        bomb("WebP frame of 4 GiB", ErrorCode.CORRUPT_FILE, () -> WebpBombs.endlessChunk("ANMF")),
        bomb("BMP jumps", ErrorCode.CORRUPT_FILE, () -> BmpBombs.jumps(100_000)),
        bomb("BMP runs that do not end", null, () -> BmpBombs.endlessRuns(1_000_000)),
        bomb(
            "BMP runs of 30,000 by 30,000",
            ErrorCode.TOO_MANY_PIXELS,
            () -> BmpBombs.runs(30_000, 30_000, (byte) 0, (byte) 1)),
        bomb(
            "BMP of smallest height",
            ErrorCode.CORRUPT_FILE,
            () -> BmpBombs.hollow(100, Integer.MIN_VALUE, 24, 0)),
        bomb(
            "BMP of smallest width",
            ErrorCode.CORRUPT_FILE,
            () -> BmpBombs.hollow(Integer.MIN_VALUE, 100, 24, 0)),
        bomb(
            "BMP of 4 G colors",
            ErrorCode.CORRUPT_FILE,
            () -> BmpBombs.hollow(10, 10, 8, 0xffffffffL)),
        bomb(
            "HEIF grid of 65,536 tiles",
            ErrorCode.CORRUPT_FILE,
            () -> HeifBombs.grid(16_384, 16_384, 65_535)),
        bomb(
            "HEIF grid of missing tiles",
            ErrorCode.CORRUPT_FILE,
            () -> HeifBombs.grid(4000, 3000, 1)),
        bomb(
            "HEIF grid of 2^64",
            ErrorCode.CORRUPT_FILE,
            () -> HeifBombs.grid(0xffffffffL, 0xffffffffL, 65_535)),
        bomb("HEIF grid of itself", ErrorCode.UNSUPPORTED_FORMAT, HeifBombs::gridOfItself),
        bomb(
            "HEIF placed in itself",
            ErrorCode.CORRUPT_FILE,
            () -> HeifBombs.placedInItself(4000, 3000)),
        bomb(
            "HEIF of 12,000 by 12,000 of which 64 by 64 are shown",
            ErrorCode.TOO_MANY_PIXELS,
            () -> HeifBombs.cropped(12_000, 12_000)),
        bomb(
            "HEIF in 60,000 pieces of 4 GiB",
            ErrorCode.CORRUPT_FILE,
            () -> HeifBombs.pieces(60_000)),
        bomb("HEIF of 60,000 items", ErrorCode.CORRUPT_FILE, () -> HeifBombs.items(60_000)),
        bomb("HEIF boxes 2,000 deep", ErrorCode.CORRUPT_FILE, () -> HeifBombs.nested(2000)));
  }

  /**
   * Describes a bomb.
   *
   * @param code of its rejection; null if pictures come out
   */
  private static Arguments bomb(String name, @Nullable ErrorCode code, Supplier<byte[]> file) {
    return Arguments.of(name, code, file);
  }

  /** Loads the classes of every reader, which is no bomb's fault. */
  @BeforeAll
  static void warmUp() throws Exception {
    for (String folder : new String[] {"jpeg", "png", "gif", "tiff", "bmp", "webp", "heic"}) {
      Golden first =
          Golden.all().stream().filter(g -> g.file().startsWith(folder)).findFirst().orElseThrow();
      assertThat(WORKPLACE.process(first.bytes())).isNotNull();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bombs")
  @Timeout(60)
  void isRefusedOrDoneBeforeItCanHurt(String name, @Nullable ErrorCode code, Supplier<byte[]> bomb)
      throws Exception {
    Set<ErrorCode> reasons = code == null ? Set.of() : Set.of(code);
    Spending.Counted<Outcome> counted = HostileFile.process(WORKPLACE, bomb.get(), reasons);

    assertThat(counted.result())
        .as(name)
        .isInstanceOf(code == null ? Outcome.Completed.class : Outcome.Rejected.class);
    assertThat(counted.spending().cpu()).as("%s", counted.spending()).isLessThan(CPU);
  }

  private static byte[] jpeg() {
    return Golden.of("jpeg/baseline-420.jpg").bytes();
  }
}
