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
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Processes small files that demand much, with the default limits: each is rejected with a reason
 * for people or becomes pictures, in less than a second of CPU and 64 MB.
 */
class BombTest {
  private static final Duration CPU = Duration.ofSeconds(1);
  private static final Workplace WORKPLACE = new Workplace();

  private static final Set<ErrorCode> REASONS =
      EnumSet.of(
          ErrorCode.CORRUPT_FILE,
          ErrorCode.UNSUPPORTED_FORMAT,
          ErrorCode.TOO_MANY_PIXELS,
          ErrorCode.TOO_MANY_FRAMES,
          ErrorCode.TOO_LARGE);

  static Stream<Named<Supplier<byte[]>>> bombs() {
    return Stream.of(
        Named.of("PNG header of 50,000 by 50,000", Fixtures.BOMB_PNG::bytes),
        Named.of("PNG of 50,000 by 50,000", () -> PngBombs.black(50_000, 50_000)),
        Named.of("PNG profile of 100 MB", () -> PngBombs.swollen("iCCP", "bomb\0\0", 100_000_000)),
        Named.of("PNG text of 100 MB", () -> PngBombs.swollen("zTXt", "bomb\0\0", 100_000_000)),
        Named.of(
            "PNG international text of 100 MB",
            () -> PngBombs.swollen("iTXt", "bomb\0\1\0\0\0", 100_000_000)),
        Named.of("PNG pixels that do not end", () -> PngBombs.overflowing(200_000_000)),
        Named.of("PNG of 50,000 chunks", () -> PngBombs.crowded(50_000)),
        Named.of("PNG Exif loop", () -> PngBombs.withExif(TiffBombs.exifLoop())),
        Named.of("PNG Exif chain", () -> PngBombs.withExif(TiffBombs.exifChain(50_000))),
        Named.of("GIF frames on a huge screen", () -> GifBombs.frames(65_535, 65_535, 5000)),
        Named.of("GIF 5,000 frames on a large screen", () -> GifBombs.frames(2000, 2000, 5000)),
        Named.of("GIF of 100,000 frames", () -> GifBombs.frames(100, 100, 100_000)),
        Named.of(
            "GIF frame larger than its screen",
            () -> GifBombs.frameLargerThanScreen(65_535, 65_535)),
        Named.of(
            "GIF frame larger than its screen within limits",
            () -> GifBombs.frameLargerThanScreen(7000, 7000)),
        Named.of("GIF of 100,000 comments", () -> GifBombs.comments(100_000)),
        Named.of(
            "TIFF strip past the end", () -> TiffBombs.strip(1000, 1000, 0xfffffff0L, 0xfffffff0L)),
        Named.of("TIFF strip of 4 GiB", () -> TiffBombs.strip(1000, 1000, 8, 0xffffffffL)),
        Named.of("TIFF of 50,000 by 50,000", () -> TiffBombs.strip(50_000, 50_000, 8, 64)),
        Named.of("TIFF strip that inflates to 200 MB", () -> TiffBombs.swollenStrip(200_000_000)),
        Named.of("TIFF of 100 million strips", () -> TiffBombs.countOfStrips(100_000_000)),
        Named.of("TIFF of 4 G strips", () -> TiffBombs.countOfStrips(0xffffffffL)),
        Named.of("TIFF profile of 100 MB", () -> TiffBombs.countOf(34675, 7, 100_000_000)),
        Named.of("TIFF color map of 4 GiB", () -> TiffBombs.countOf(320, 3, 0xffffffffL)),
        Named.of("TIFF depths of 2 G", () -> TiffBombs.countOf(258, 3, 0x7fffffffL)),
        Named.of("TIFF tile of 60,000 by 60,000", () -> TiffBombs.tile(60_000, 60_000)),
        Named.of("TIFF tile of 7,000 by 7,000", () -> TiffBombs.tile(7008, 7008)),
        Named.of("TIFF directory loop", TiffBombs::directoryLoop),
        Named.of("TIFF of 10,000 directories", () -> TiffBombs.directories(10_000)),
        Named.of("JPEG header of 65,500 by 65,500", () -> JpegBombs.hollow(65_500, 65_500)),
        Named.of("JPEG of 10,000 scans", () -> JpegBombs.scans(4000, 4000, 10_000)),
        Named.of("JPEG of 499 scans of 81 megapixels", () -> JpegBombs.scans(9000, 9000, 499)),
        Named.of("JPEG profile in 255 segments", () -> JpegBombs.profile(jpeg())),
        Named.of(
            "JPEG profile piece 100,000 times", () -> JpegBombs.repeatedProfile(jpeg(), 100_000)),
        Named.of("JPEG Exif loop", () -> JpegBombs.withExif(jpeg(), TiffBombs.exifLoop())),
        Named.of("JPEG Exif chain", () -> JpegBombs.withExif(jpeg(), TiffBombs.exifChain(3600))),
        Named.of("JPEG Exif counts", () -> JpegBombs.withExif(jpeg(), TiffBombs.exifCounts())),
        Named.of("JPEG of fill bytes", () -> JpegBombs.fill(2_000_000)),
        Named.of(
            "WebP animation of 16,383 by 16,383", () -> WebpBombs.frames(16_383, 16_383, 5000)),
        Named.of("WebP 5,000 frames on a large canvas", () -> WebpBombs.frames(2000, 2000, 5000)),
        Named.of("WebP canvas of 2^48", () -> WebpBombs.frames(1 << 24, 1 << 24, 1)),
        Named.of("WebP frame with one pixel of many", () -> WebpBombs.hollowFrame(3000, 2000)),
        Named.of("WebP of 16,383 by 16,383", () -> WebpBombs.hollow(16_383, 16_383)),
        Named.of("WebP without data", () -> WebpBombs.hollow(2500, 2000)),
        Named.of("WebP profile of 4 GiB", () -> WebpBombs.endlessChunk("ICCP")),
        Named.of("WebP frame of 4 GiB", () -> WebpBombs.endlessChunk("ANMF")),
        Named.of("BMP jumps", () -> BmpBombs.jumps(100_000)),
        Named.of("BMP runs that do not end", () -> BmpBombs.endlessRuns(1_000_000)),
        Named.of(
            "BMP runs of 30,000 by 30,000",
            () -> BmpBombs.runs(30_000, 30_000, (byte) 0, (byte) 1)),
        Named.of("BMP of smallest height", () -> BmpBombs.hollow(100, Integer.MIN_VALUE, 24, 0)),
        Named.of("BMP of smallest width", () -> BmpBombs.hollow(Integer.MIN_VALUE, 100, 24, 0)),
        Named.of("BMP of 4 G colors", () -> BmpBombs.hollow(10, 10, 8, 0xffffffffL)),
        Named.of("HEIF grid of 65,536 tiles", () -> HeifBombs.grid(16_384, 16_384, 65_535)),
        Named.of("HEIF grid of missing tiles", () -> HeifBombs.grid(4000, 3000, 1)),
        Named.of("HEIF grid of 2^64", () -> HeifBombs.grid(0xffffffffL, 0xffffffffL, 65_535)),
        Named.of("HEIF grid of itself", HeifBombs::gridOfItself),
        Named.of("HEIF placed in itself", () -> HeifBombs.placedInItself(4000, 3000)),
        Named.of("HEIF in 60,000 pieces of 4 GiB", () -> HeifBombs.pieces(60_000)),
        Named.of("HEIF of 60,000 items", () -> HeifBombs.items(60_000)),
        Named.of("HEIF boxes 2,000 deep", () -> HeifBombs.nested(2000)));
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

  @ParameterizedTest
  @MethodSource("bombs")
  @Timeout(60)
  void isRefusedOrDoneBeforeItCanHurt(Supplier<byte[]> bomb) throws Exception {
    Spending.Counted<Outcome> counted = HostileFile.process(WORKPLACE, bomb.get(), REASONS);

    assertThat(counted.result()).isNotInstanceOf(Outcome.BelongsTo.class);
    assertThat(counted.spending().cpu()).as("%s", counted.spending()).isLessThan(CPU);
  }

  private static byte[] jpeg() {
    return Golden.of("jpeg/baseline-420.jpg").bytes();
  }
}
