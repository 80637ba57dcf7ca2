package dev.darkroom.codec.mp4;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodecStringTest {
  @ParameterizedTest
  @CsvSource({
    "avc1, avcC, 01640028, avc1.640028",
    "avc3, avcC, 0142c01e, avc3.42c01e",
    "hvc1, hvcC, 0102200000 00b000000000005d, hvc1.2.4.L93.b0",
    "hev1, hvcC, 0161600000 00000000000000ba, hev1.A1.6.H186",
    "av01, av1C, 81050c00, av01.0.05M.08",
    "av01, av1C, 812dc000, av01.1.13H.10",
    "vp09, vpcC, 01000000021f8202, vp09.02.31.08",
    "mp4a, esds, 00000000030b0000000406 6b1500000000, mp4a",
    "mp4a, esds, 0000000003190001000411401500000000000000000000000502 1210, mp4a.40.2",
    "mp4a, esds, 00000000031900010004114015000000000000000000000005 02f8e0, mp4a.40.39",
    "mp4a, esds, 000000000315000100040d6b15000000000000000000000006, mp4a.6b",
    "mp4v, esds, 00000000031d00010004152011000000000000000000000005 05000001b001, mp4v.20.1",
    "s263, d263, 00, s263",
    "avc1, none, 00, avc1"
  })
  void isAsTheSpecificationsWriteIt(String format, String box, String bytes, String expected) {
    byte[] configuration = HexFormat.of().parseHex(bytes.replace(" ", ""));

    assertThat(CodecString.of(format, Map.of(box, configuration))).isEqualTo(expected);
  }
}
