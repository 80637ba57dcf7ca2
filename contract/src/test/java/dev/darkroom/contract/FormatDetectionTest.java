package dev.darkroom.contract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class FormatDetectionTest {
  @ParameterizedTest
  @CsvSource({
    "ffd8ffe0,                                             JPEG",
    "ffd8ffdb,                                             JPEG",
    "89504e470d0a1a0a,                                     PNG",
    "474946383761,                                         GIF",
    "474946383961,                                         GIF",
    "524946460000000057454250,                             WEBP",
    "524946460000000041564920,                             AVI",
    "524946460000000041564919,                             AVI",
    "464c5601050000000900000000,                           FLV",
    "3026b2758e66cf11a6d900aa0062ce6c,                     ASF",
    "4f67675300020000,                                     OGG",
    "000001ba44000400,                                     MPEG_PS",
    "000001ba2100010001,                                   MPEG_PS",
    "000001b314010003,                                     MPEG_VIDEO",
    "49492a00,                                             TIFF",
    "4d4d002a,                                             TIFF",
    "49492b0008000000,                                     TIFF",
    "4d4d002b00080000,                                     TIFF",
    "424d00000000000000000000000028000000,                 BMP",
    "424d0000000000000000000000000c000000,                 BMP",
    "424d00000000000000000000000010000000,                 BMP",
    "1a45dfa39f4286810142f7810142f2810442f381084282847765626d, WEBM",
    "1a45dfa3a34286810142f7810142f2810442f381084282886d6174726f736b61, MATROSKA",
    "000000086d6f6f76,                                     MOV",
    "0000000877696465,                                     MOV",
    "00000014706e6f74,                                     MOV",
    "0000000c6a5020200d0a870a,                             ",
    "464c560205000000,                                     ",
    "3026b2758e66cf11,                                     ",
    "000001ba00000000,                                     ",
    "000001b300000000,                                     ",
    "000001b9,                                             ",
    "52494646000000005741564566,                           ",
    "424d00000000010000000000000028000000,                 ",
    "424d000000000000000000000000ff000000,                 ",
    "ffd8,                                                 ",
    "25504446,                                             ",
    "3c73766720,                                           ",
  })
  void goesByTheFirstBytes(String hex, @Nullable MediaFormat format) {
    assertThat(MediaFormat.detect(HexFormat.of().parseHex(hex)).orElse(null)).isEqualTo(format);
  }

  /** Major brand, compatible brands: as found in the files of cameras, phones and encoders. */
  @ParameterizedTest
  @CsvSource({
    "heic, mif1 MiHE MiPr miaf MiHB heic, HEIC",
    "heix, mif1 heix,                     HEIC",
    "mif1, mif1 heic,                     HEIC",
    "mif1, mif1 miaf MiHB heic,           HEIC",
    "msf1, msf1 hevc mif1 iso8,           HEIC",
    "mif1, mif1 avif miaf,                AVIF",
    "mif1, isom avif,                     AVIF",
    "msf1, isom iso8 avis,                AVIF",
    "mif1, mif1,                          HEIF",
    "mif1, mif1 isom mp42,                HEIF",
    "avci, mif1 avci miaf,                HEIF",
    "mif1, mif1 j2ki,                     HEIF",
    "jpeg, mif1 jpeg,                     HEIF",
    "vvic, mif1 vvic miaf,                HEIF",
    "unif, mif1 unif,                     HEIF",
    "avif, avif mif1 miaf MA1B,           AVIF",
    "avis, avis msf1 avif iso8,           AVIF",
    "'qt  ', 'qt  ',                      MOV",
    "'mqt ', 'mqt |qt  ',                 MOV",
    "isom, isom iso2 avc1 mp41,           MP4",
    "mp42, isom mp42,                     MP4",
    "mp42, 'mp42|qt  ',                   MP4",
    "'M4V ', 'M4V |isom|mp42',            MP4",
    "M4VH, 'M4V |M4A |mp42',              MP4",
    "dash, iso6 avc1 mp41,                MP4",
    "iso5, iso5 dash hlsf,                MP4",
    "mp71, mp71,                          MP4",
    "'f4v ', 'isom|mp42|m4v ',            MP4",
    "MSNV, MSNV mp42 isom,                MP4",
    "XAVC, XAVC mp42 iso2,                MP4",
    "'M4A ', 'M4A |mp42|isom',            MP4",
    "3gp4, isom 3gp4,                     THREE_GP",
    "3gp9, isom,                          THREE_GP",
    "3g2b, 3g2a mp42,                     THREE_GP",
    "3ge6, mp42,                          THREE_GP",
    "'crx ', 'crx |isom',                 ",
  })
  void goesByTheBrandsOfFilesMadeOfBoxes(
      String major, String compatible, @Nullable MediaFormat format) {
    String separator = compatible.contains("|") ? "\\|" : " (?=\\S)";
    String[] brands =
        compatible.length() == 4 ? new String[] {compatible} : compatible.split(separator);

    assertThat(MediaFormat.detect(fileType(major, brands)).orElse(null)).isEqualTo(format);
  }

  @Test
  void brandsOfTheNextBoxDoNotCount() {
    byte[] unknown = fileType("zzzz", "yyyy");
    byte[] both = Arrays.copyOf(unknown, unknown.length + 4);
    System.arraycopy("avif".getBytes(ISO_8859_1), 0, both, unknown.length, 4);

    assertThat(MediaFormat.detect(both)).contains(MediaFormat.MP4);
  }

  @Test
  void transportStreamsAreKnownByTheirPackets() {
    assertThat(MediaFormat.detect(packets(0, 188))).contains(MediaFormat.MPEG_TS);
    assertThat(MediaFormat.detect(packets(4, 192))).contains(MediaFormat.MPEG_TS);
    assertThat(MediaFormat.detect(packets(0, 189))).isEmpty();
    assertThat(MediaFormat.detect(Arrays.copyOf(packets(0, 188), 376))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"188, 0", "188, 1", "188, 100", "192, 4", "192, 191", "204, 0", "204, 77"})
  void transportStreamsAreKnownWhereverTheFirstPacketStarts(int distance, int first) {
    byte[] head = new byte[MediaFormat.HEAD_LENGTH];
    for (int at = first; at < head.length; at += distance) {
      head[at] = 0x47;
    }
    assertThat(MediaFormat.detect(head)).contains(MediaFormat.MPEG_TS);

    head[first + 9 * distance] = 0;
    if (first > 4) { // only there, all packets count
      assertThat(MediaFormat.detect(head)).isEmpty();
    }
  }

  @Test
  void noHeadHoweverShortOrStrangeIsAnError() {
    var random = new SplittableRandom(5);
    for (byte[] head : wellFormed().toList()) {
      for (int length = 0; length < head.length; length++) {
        byte[] cut = Arrays.copyOf(head, length);
        assertThatCode(() -> MediaFormat.detect(cut)).doesNotThrowAnyException();
      }
      for (int i = 0; i < 2_000; i++) {
        byte[] mutated = head.clone();
        for (int changes = random.nextInt(1, 5); changes > 0; changes--) {
          mutated[random.nextInt(mutated.length)] = (byte) random.nextInt();
        }
        assertThatCode(() -> MediaFormat.detect(mutated)).doesNotThrowAnyException();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void hasAMediaTypeOfItsKind(MediaFormat format) {
    assertThat(format.contentType()).startsWith(format.kind() + "/");
    assertThat(format.toString()).matches("[a-z0-9]+(-[a-z0-9]+)*");
  }

  private static Stream<byte[]> wellFormed() {
    return Stream.of(
        fileType("mif1", "mif1", "heic"),
        fileType("isom", "isom", "avc1"),
        packets(0, 188),
        HexFormat.of().parseHex("424d00000000000000000000000028000000"),
        HexFormat.of().parseHex("1a45dfa39f4286810142f7810142f2810442f381084282847765626d"),
        HexFormat.of().parseHex("524946460000000057454250"),
        HexFormat.of().parseHex("000000086d6f6f76"));
  }

  private static byte[] fileType(String major, String... compatible) {
    ByteBuffer box = ByteBuffer.allocate(16 + 4 * compatible.length);
    box.putInt(box.capacity()).put("ftyp".getBytes(ISO_8859_1));
    box.put(major.getBytes(ISO_8859_1)).putInt(0);
    List.of(compatible).forEach(brand -> box.put(brand.getBytes(ISO_8859_1)));
    return box.array();
  }

  private static byte[] packets(int first, int distance) {
    byte[] head = new byte[3 * distance];
    for (int at = first; at < head.length; at += distance) {
      head[at] = 0x47;
    }
    return head;
  }
}
