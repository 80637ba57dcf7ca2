package dev.darkroom.codec.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.codec.mp4.SampleEntry;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodecProfileTest {
  @ParameterizedTest
  @CsvSource({
    "hvc1, hvcC, 010160000000b00000000000 7b f000fcfdf8f8000000, 'Main 4.1', 8, 4:2:0",
    "hvc1, hvcC, 010220000000b00000000000 99 f000fcfdfafa000000, 'Main 10 5.1', 10, 4:2:0",
    "hev1, hvcC, 012220000000b00000000000 96 f000fcfefcfc000000,"
        + " 'Main 10 5.0, high tier', 12, 4:2:2",
    "av01, av1C, 81 08 0c 00, 'Main 4.0', 8, 4:2:0",
    "av01, av1C, 81 2d c0 00, 'High 5.1, high tier', 10, 4:4:4",
    "av01, av1C, 81 1f 1c 00, 'Main', 8, 4:0:0",
    "vp09, vpcC, 01000000 02 1f a3 09 10 09 0000, 'Profile 2 3.1', 10, 4:2:0",
    "vp09, vpcC, 01000000 00 00 82 02 02 02 0000, 'Profile 0', 8, 4:2:0"
  })
  void tellsProfileLevelAndSamples(
      String format, String box, String hex, String words, int depth, String chroma) {
    CodecProfile profile = CodecProfile.of(entry(format, box, hex));

    assertThat(profile.words()).isEqualTo(words);
    assertThat(profile.bitDepth()).isEqualTo(depth);
    assertThat(profile.chroma()).isEqualTo(chroma);
  }

  @ParameterizedTest
  @CsvSource({
    "00000000 0316 000000 0411 4015 000000 00000000 00000000 0502 1190, LC, 48000, 2",
    "00000000 0318 000000 0413 4015 000000 00000000 00000000 0504 2b8a0800, HE-AAC, 44100, 1",
    "00000000 0318 000000 0413 4015 000000 00000000 00000000 0504 eb8a0800, HE-AACv2, 44100, 2"
  })
  void tellsWhatSoundComesOut(String hex, String words, int rate, int channels) {
    CodecProfile profile = CodecProfile.of(entry("mp4a", "esds", hex));

    assertThat(profile.words()).isEqualTo(words);
    assertThat(profile.sound()).isEqualTo(new SampleEntry.Sound(channels, rate));
  }

  @Test
  void whatIsDamagedIsToldByTheContainer() {
    for (String format : new String[] {"avc1", "hvc1", "av01", "vp09", "mp4a"}) {
      assertThat(CodecProfile.of(entry(format, "none", "")).words()).isNull();
      for (String box : new String[] {"avcC", "hvcC", "av1C", "vpcC", "esds"}) {
        assertThat(CodecProfile.of(entry(format, box, "01")).words()).isNull();
      }
    }
  }

  private static SampleEntry entry(String format, String box, String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
    return new SampleEntry(format, format, false, 64, 48, 24, null, null, null, Map.of(box, bytes));
  }
}
