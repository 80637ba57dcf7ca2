package dev.darkroom.engine.heif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.heif.HeifBytes;
import dev.darkroom.codec.heif.HeifFile;
import dev.darkroom.codec.heif.HeifLimits;
import dev.darkroom.codec.heif.Size;
import dev.darkroom.codec.heif.Transform;
import dev.darkroom.codec.inspect.HeaderParser;
import dev.darkroom.codec.mp4.Box;
import dev.darkroom.codec.mp4.BoxWriter;
import dev.darkroom.codec.mp4.Mp4Source;
import dev.darkroom.engine.ffmpeg.EngineLimits;
import dev.darkroom.engine.ffmpeg.FrameCodec;
import dev.darkroom.engine.ffmpeg.RealEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class HostileHeifTest {
  private static final int ROUNDS = 20_000;
  private static final int PHONE_ROUNDS = 2_000;
  private static final int DECODED_ROUNDS = 12;

  /** Fewer decoded pictures would mean that damage is found before the engine sees any. */
  private static final int LEAST_DECODED = 6;

  @Test
  void damagedIndexesGiveAPictureOrAreMalformed() throws Exception {
    byte[] file = grid(2, 2, 64, 64, w -> {});
    var random = new Random(11);
    int good = 0;
    for (int round = 0; round < ROUNDS; round++) {
      good += read(mutated(file, file.length, random)) ? 1 : 0;
    }
    assertThat(good).isBetween(ROUNDS / 100, ROUNDS - ROUNDS / 10);
  }

  @Test
  void damagedIndexesOfAPhoneGiveAPictureOrAreMalformed() throws Exception {
    byte[] file = Files.readAllBytes(HeifBytes.phone());
    var random = new Random(12);
    int good = 0;
    for (int round = 0; round < PHONE_ROUNDS; round++) {
      good += read(mutated(file, 3100, random)) ? 1 : 0;
    }
    assertThat(good).isBetween(PHONE_ROUNDS / 100, PHONE_ROUNDS - PHONE_ROUNDS / 10);
  }

  @Test
  void damagedPicturesOfAPhoneEndInTimeInTheEngine() throws Exception {
    var engine = RealEngine.needed(FrameCodec.HEVC);
    byte[] file = Files.readAllBytes(HeifBytes.phone());
    EngineLimits limits = EngineLimits.DEFAULT.withTime(Duration.ofSeconds(8));
    var decoder = new HeifDecoder(engine);
    var random = new Random(13);
    int decoded = 0;
    for (int round = 0; round < DECODED_ROUNDS; round++) {
      byte[] mutant = mutated(file, round % 2 == 0 ? 3100 : file.length, random);
      Mp4Source source = Mp4Source.of(mutant);
      try {
        HeifFile heif = HeifFile.read(source, HeifLimits.DEFAULT);
        if (heif.coded().pixels() < 64 << 20) {
          decoder.decode(heif, source, new HeifRequest(4, limits));
          decoded++;
        }
      } catch (Malformed e) {
        assertThat(e.reason()).isNotBlank();
      }
    }
    assertThat(decoded).isGreaterThanOrEqualTo(LEAST_DECODED);
  }

  @Test
  void aGridOfMoreTilesThanThereAreIsMalformed() throws Exception {
    Mp4Source source = Mp4Source.of(grid(16, 16, 1 << 15, 1 << 15, w -> {}));
    HeifFile file = HeifFile.read(source, HeifLimits.DEFAULT);

    assertThatThrownBy(() -> file.picture()).isInstanceOf(Malformed.class);
  }

  @Test
  void tilesThatDoNotCoverTheirPictureAreMalformed() throws Exception {
    Mp4Source source = Mp4Source.of(grid(2, 2, 30_000, 30_000, w -> {}));
    HeifFile file = HeifFile.read(source, HeifLimits.DEFAULT);

    assertThatThrownBy(() -> file.picture()).isInstanceOf(Malformed.class);
  }

  @Test
  void boxesWithoutEndAreNotFollowed() {
    byte[] file =
        grid(
            2,
            2,
            64,
            64,
            meta -> {
              for (int i = 0; i < HeifLimits.DEFAULT.boxes(); i++) {
                meta.box("free", free -> {});
              }
            });

    assertThatThrownBy(() -> HeifFile.read(Mp4Source.of(file), HeifLimits.DEFAULT))
        .isInstanceOf(Malformed.class)
        .hasMessageContaining("too many boxes");
  }

  @Test
  void anIndexLargerThanAllowedIsNotRead() {
    var head = new BoxWriter().u32(HeifLimits.DEFAULT.metaBytes() + 1L).text("meta");

    assertThatThrownBy(() -> HeifFile.read(Mp4Source.of(head.toByteArray()), HeifLimits.DEFAULT))
        .isInstanceOf(Malformed.class)
        .hasMessageContaining("a meta box of");
  }

  @Test
  void aCropOutsideOfItsPictureIsMalformed() throws Exception {
    byte[] clap =
        new BoxWriter().u32(900).u32(1).u32(10).u32(1).u32(0).u32(1).u32(0).u32(1).toByteArray();
    byte[] box = new BoxWriter().box("clap", w -> w.bytes(clap)).toByteArray();
    List<Box> boxes = Box.list(new ByteReader(box), new Box.Budget(5));

    assertThatThrownBy(() -> Transform.of(boxes, new Size(100, 100))).isInstanceOf(Malformed.class);
  }

  /** Asks a file everything. Returns whether it answers; fails on any untyped error. */
  private static boolean read(byte[] bytes) throws IOException {
    Mp4Source source = Mp4Source.of(bytes);
    try {
      HeifFile file = HeifFile.read(source, HeifLimits.DEFAULT);
      assertThat(file.width()).isPositive();
      assertThat(file.height()).isPositive();
      assertThat(file.color()).isNotNull();
      file.picture();
      file.alpha();
      file.exif();
      assertThat(HeaderParser.HEIF.inspect(bytes, true)).isNotNull();
      return true;
    } catch (Malformed e) {
      assertThat(e.reason()).isNotBlank();
      return false;
    }
  }

  private static byte[] mutated(byte[] file, int within, Random random) {
    byte[] mutant = file.clone();
    int changes = 1 + random.nextInt(4);
    for (int i = 0; i < changes; i++) {
      mutant[random.nextInt(within)] =
          switch (random.nextInt(4)) {
            case 0 -> (byte) 0xff;
            case 1 -> 0;
            case 2 -> 1;
            default -> (byte) random.nextInt(256);
          };
    }
    return mutant;
  }

  /** Makes a grid of four tiles of 32×32 with these figures, rotated and mirrored. */
  private static byte[] grid(
      int columns, int rows, int width, int height, Consumer<BoxWriter> more) {
    BoxWriter file = new BoxWriter().box("ftyp", w -> w.text("heic").u32(0).text("mif1"));
    int data = 4000;
    file.fullBox(
        "meta",
        0,
        0,
        meta -> {
          meta.fullBox("pitm", 0, 0, w -> w.u16(5));
          meta.fullBox(
              "iinf",
              0,
              0,
              w -> {
                w.u16(6);
                for (int id = 1; id <= 6; id++) {
                  int item = id;
                  String type = id < 5 ? "hvc1" : id == 5 ? "grid" : "Exif";
                  w.fullBox("infe", 2, 0, e -> e.u16(item).u16(0).text(type).u8(0));
                }
              });
          meta.fullBox(
              "iref",
              0,
              0,
              w -> {
                w.box("dimg", r -> r.u16(5).u16(4).u16(1).u16(2).u16(3).u16(4));
                w.box("cdsc", r -> r.u16(6).u16(1).u16(5));
              });
          meta.box(
              "iprp",
              iprp -> {
                iprp.box(
                    "ipco",
                    w -> {
                      w.fullBox("ispe", 0, 0, b -> b.u32(32).u32(32));
                      w.fullBox("ispe", 0, 0, b -> b.u32(width).u32(height));
                      w.box("hvcC", b -> b.zeroes(16).u8(0xfd).u8(0xf8).zeroes(10));
                      w.box("irot", b -> b.u8(1));
                      w.box("imir", b -> b.u8(1));
                      w.box("colr", b -> b.text("nclx").u16(1).u16(13).u16(6).u8(0x80));
                    });
                iprp.fullBox(
                    "ipma",
                    0,
                    0,
                    w -> {
                      w.u32(5);
                      for (int id = 1; id <= 4; id++) {
                        w.u16(id).u8(2).u8(1).u8(0x83);
                      }
                      w.u16(5).u8(4).u8(2).u8(0x84).u8(0x85).u8(6);
                    });
              });
          meta.box("idat", w -> w.u8(0).u8(0).u8(rows - 1).u8(columns - 1).u16(width).u16(height));
          meta.fullBox(
              "iloc",
              1,
              0,
              w -> {
                w.u16(0x4400).u16(6);
                for (int id = 1; id <= 6; id++) {
                  boolean described = id == 5;
                  w.u16(id).u16(described ? 1 : 0).u16(0).u16(1);
                  w.u32(described ? 0 : data + 10L * id).u32(described ? 8 : 10);
                }
              });
          more.accept(meta);
        });
    int size = file.size();
    return file.box("mdat", w -> w.zeroes(Math.max(0, data + 100 - size))).toByteArray();
  }
}
