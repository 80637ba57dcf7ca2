package dev.darkroom.engine.heif;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.codec.Tool;
import dev.darkroom.codec.heif.HeifBytes;
import dev.darkroom.codec.heif.HeifFile;
import dev.darkroom.codec.heif.HeifLimits;
import dev.darkroom.codec.mp4.Mp4Source;
import dev.darkroom.codec.picture.Bitmap;
import dev.darkroom.engine.ffmpeg.EngineLimits;
import dev.darkroom.engine.ffmpeg.FrameCodec;
import dev.darkroom.engine.ffmpeg.KeyframeEngine;
import dev.darkroom.engine.ffmpeg.RealEngine;
import dev.darkroom.engine.heif.HeifResult.Decoded;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeifDecoderTest {
  private static final int WIDTH = 512;
  private static final int HEIGHT = 384;
  private static final String SMOOTH = "gradients=s=512x384:n=4:seed=7:d=1";

  @TempDir private static Path folder;

  @Test
  void aPhonesPictureIsThatOfAnotherDecoder() throws Exception {
    Path png = folder.resolve("phone.png");
    Path phone = HeifBytes.phone();
    Tool.needed("heif-convert").run(phone.toString(), png.toString());

    Decoded full = decode(phone, 1);

    Bitmap bitmap = full.bitmap();
    assertThat(bitmap.width()).isEqualTo(2566);
    assertThat(bitmap.height()).isEqualTo(3313);
    assertThat(full.missingTiles()).isZero();
    Bitmap expected = HeifBytes.pixels(png, bitmap.width(), bitmap.height());
    assertThat(HeifBytes.psnr(bitmap, expected)).isGreaterThan(40);
    assertThat(full.color().icc()).hasSize(548);
    for (int reduction : new int[] {2, 4}) {
      Decoded reduced = decode(phone, reduction);
      assertThat(reduced.reduction()).isEqualTo(reduction);
      assertThat(
              HeifBytes.psnr(
                  reduced.bitmap(), HeifBytes.averaged(expected, reduction, reduced.bitmap())))
          .isGreaterThan(40);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          heif-enc | heic | -q 95
          heif-enc | heic | -q 95 -p chroma=444
          heif-enc | heic | -L -p chroma=444 --matrix_coefficients=0
          avifenc  | avif | --min 4 --max 10 -s 8
          avifenc  | avif | --min 4 --max 10 -s 8 -d 10 -y 444
          avifenc  | avif | --min 4 --max 10 -s 8 -d 10 -y 422
          avifenc  | avif | --min 4 --max 10 -s 8 -y 420 -r limited --cicp 1/13/1
          avifenc  | avif | --min 4 --max 10 -s 8 -y 444 --cicp 9/13/9
          avifenc  | avif | -l -s 8
          avifenc  | avif | --min 4 --max 10 -s 8 --grid 2x2
          avifenc  | avif | --min 4 --max 10 -s 8 --grid 4x3 -d 10
          """)
  void colorsAreThoseThatWereEncoded(String encoder, String kind, String options) throws Exception {
    Path png = picture(SMOOTH, "rgb24");
    Path file = encode(encoder, kind, options, png);
    Bitmap source = HeifBytes.pixels(png, WIDTH, HEIGHT);

    for (int reduction : new int[] {1, 2, 4}) {
      Decoded decoded = decode(file, reduction);

      assertThat(decoded.bitmap().opaque()).isTrue();
      assertThat(decoded.missingTiles()).isZero();
      assertThat(
              HeifBytes.psnr(
                  decoded.bitmap(),
                  HeifBytes.averaged(source, decoded.reduction(), decoded.bitmap())))
          .as(options + " reduced by " + reduction)
          .isGreaterThan(40);
    }
  }

  @ParameterizedTest
  @CsvSource({"heif-enc, heic, -q 95", "avifenc, avif, --min 4 --max 10 -s 8"})
  void oddSizesAreKept(String encoder, String kind, String options) throws Exception {
    Path png = picture("gradients=s=301x203:n=4:seed=7:d=1", "rgb24");
    Path file = encode(encoder, kind, options, png);
    Bitmap source = HeifBytes.pixels(png, 301, 203);

    assertThat(HeifBytes.psnr(decode(file, 1).bitmap(), source)).isGreaterThan(38);
    Bitmap half = decode(file, 2).bitmap();
    assertThat(half.width()).isEqualTo(151);
    assertThat(half.height()).isEqualTo(102);
    assertThat(HeifBytes.psnr(half, HeifBytes.averaged(source, 2, half))).isGreaterThan(35);
  }

  @ParameterizedTest
  @CsvSource({
    "heif-enc, heic, -q 95",
    "avifenc, avif, --min 2 --max 8 -s 8",
    "avifenc, avif, --min 2 --max 8 -s 8 --premultiply",
    "avifenc, avif, --min 2 --max 8 -s 8 --grid 2x2",
  })
  void alphaIsApplied(String encoder, String kind, String options) throws Exception {
    Path png =
        picture(SMOOTH + ",format=rgba,geq=r='r(X,Y)':g='g(X,Y)':b='b(X,Y)':a='64+X/3'", "rgba");
    Path file = encode(encoder, kind, options, png);
    Bitmap source = HeifBytes.pixels(png, WIDTH, HEIGHT);

    for (int reduction : new int[] {1, 2}) {
      Bitmap bitmap = decode(file, reduction).bitmap();

      assertThat(bitmap.opaque()).isFalse();
      assertThat(HeifBytes.psnr(bitmap, HeifBytes.averaged(source, reduction, bitmap)))
          .isGreaterThan(36);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --irot 1          | transpose=cclock
          --irot 2          | hflip,vflip
          --irot 3          | transpose=clock
          --imir 0          | vflip
          --imir 1          | hflip
          --irot 1 --imir 1 | transpose=cclock,hflip
          --clap 200,1,100,1,-56,1,-42,1 | crop=200:100:100:100
          --clap 200,1,100,1,-56,1,-42,1 --irot 1 | crop=200:100:100:100,transpose=cclock
          """)
  void turnsMirrorsAndCropsAreApplied(String options, String filters) throws Exception {
    Path png = picture(SMOOTH, "rgb24");
    Path expected = folder.resolve("turned.png");
    Tool.needed("ffmpeg")
        .run("-v", "error", "-y", "-i", png.toString(), "-vf", filters, expected.toString());
    Path file = encode("avifenc", "avif", "--min 4 --max 10 -s 8 " + options, png);

    Bitmap bitmap = decode(file, 1).bitmap();

    assertThat(HeifBytes.psnr(bitmap, HeifBytes.pixels(expected, bitmap.width(), bitmap.height())))
        .isGreaterThan(40);
    HeifFile header = HeifFile.read(source(file), HeifLimits.DEFAULT);
    assertThat(header.width()).isEqualTo(bitmap.width());
    assertThat(header.height()).isEqualTo(bitmap.height());
  }

  @Test
  void grayPicturesStayGray() throws Exception {
    Path png = picture(SMOOTH + ",format=gray", "gray");
    Path file = encode("avifenc", "avif", "--min 2 --max 8 -s 8 -y 400", png);

    Bitmap bitmap = decode(file, 1).bitmap();

    assertThat(Arrays.stream(bitmap.pixels()))
        .allMatch(pixel -> ((pixel >> 8) & 0xff) == (pixel & 0xff));
    assertThat(HeifBytes.psnr(bitmap, HeifBytes.pixels(png, WIDTH, HEIGHT))).isGreaterThan(40);
  }

  @Test
  void tilesThatAreCutOffLeaveTheRest() throws Exception {
    byte[] whole = Files.readAllBytes(HeifBytes.phone());
    byte[] cut = Arrays.copyOf(whole, whole.length / 2);
    KeyframeEngine engine = RealEngine.needed(FrameCodec.HEVC);
    Mp4Source source = Mp4Source.of(cut);

    var decoded =
        (Decoded)
            new HeifDecoder(engine)
                .decode(
                    HeifFile.read(source, HeifLimits.DEFAULT),
                    source,
                    new HeifRequest(4, EngineLimits.DEFAULT));

    assertThat(decoded.missingTiles()).isBetween(5, 40);
    assertThat(decoded.bitmap().width()).isEqualTo(641);
  }

  private static Decoded decode(Path file, int reduction) throws Exception {
    FrameCodec codec = file.toString().endsWith("avif") ? FrameCodec.AV1 : FrameCodec.HEVC;
    KeyframeEngine engine = RealEngine.needed(codec);
    Mp4Source source = source(file);
    return (Decoded)
        new HeifDecoder(engine)
            .decode(
                HeifFile.read(source, HeifLimits.DEFAULT),
                source,
                new HeifRequest(reduction, EngineLimits.DEFAULT));
  }

  private static Mp4Source source(Path file) throws Exception {
    return Mp4Source.of(Files.readAllBytes(file));
  }

  private static Path picture(String filter, String format) throws Exception {
    Path png = folder.resolve(Integer.toHexString((filter + format).hashCode()) + ".png");
    Tool.needed("ffmpeg")
        .run(
            "-v",
            "error",
            "-y",
            "-f",
            "lavfi",
            "-i",
            filter,
            "-frames:v",
            "1",
            "-pix_fmt",
            format,
            png.toString());
    return png;
  }

  private static Path encode(String encoder, String kind, String options, Path png)
      throws Exception {
    Path file = folder.resolve(Integer.toHexString((options + png).hashCode()) + "." + kind);
    var arguments = new ArrayList<String>(List.of(options.split(" ")));
    if (encoder.equals("heif-enc")) {
      arguments.addAll(List.of(png.toString(), "-o", file.toString()));
    } else {
      arguments.addAll(List.of(png.toString(), file.toString()));
    }
    Tool.needed(encoder).run(arguments.toArray(String[]::new));
    return file;
  }
}
