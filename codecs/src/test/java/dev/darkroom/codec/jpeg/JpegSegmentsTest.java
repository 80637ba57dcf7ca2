package dev.darkroom.codec.jpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.darkroom.codec.Head;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.ShortOfBytes;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JpegSegmentsTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "one after the other,        ffd8 ffe0 0003 07 ffdb 0002 ffd9,           'e0, db, d9'",
    "fill bytes,                 ffd8 ffffffe0 0002 ffffd9,                  'e0, d9'",
    "bytes between segments,     ffd8 0102 ffe0 0002 030405 ffd9,            'e0, d9'",
    "a stuffed zero between,     ffd8 ff00 ffe0 0002 ff00 ffd9,              'e0, d9'",
    "markers without a segment,  ffd8 ff01 ffd0 ffd7 ffe0 0002 ffd9,         'e0, d9'",
    "reserved markers,           ffd8 ff02 0004 0000 fff0 0003 00 ffd9,      '02, f0, d9'",
    "lengths below two,          ffd8 ffe0 0000 ffe1 0001 ffd9,          'e0, e1, d9'",
    "a scan with its data,       ffd8 ffda 0003 00 aa ff00 bb ffd3 cc ffd9,  'da, d9'",
    "a marker within a segment,  ffd8 ffe1 0006 ffd9 ffda ffd9,              'e1, d9'",
  })
  void theWalkFinds(String what, String file, String codes) throws Malformed {
    assertThat(String.join(", ", codes(file))).isEqualTo(codes);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "no start,                89504e470d0a,         0",
    "another start,           ffd8 ffe0 0002 ffd8,  6",
    "an end before the mark,  ffd8 ffe0 0002,       6",
    "an end after a marker,   ffd8 ffe0 00,         4",
  })
  void theWalkFailsAt(String what, String file, int offset) {
    assertThatExceptionOfType(Malformed.class)
        .isThrownBy(() -> codes(file))
        .satisfies(e -> assertThat(e.offset()).isEqualTo(offset));
  }

  @Test
  void aSegmentIsItsMarkerItsLengthAndItsParameters() throws Malformed {
    JpegSegments segments = open("ffd8 55 ffffe1 0005 010203 ffd9", true);

    segments.next();

    assertThat(segments.start()).isEqualTo(4);
    assertThat(segments.end()).isEqualTo(11);
    assertThat(segments.parameters().bytes(3)).containsExactly(1, 2, 3);
    assertThat(segments.parameters().remaining()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ff", "ffd8", "ffd8 ff", "ffd8 ffe0", "ffd8 ffe0 00"})
  void moreBytesAreWantedWhereTheGivenOnesEnd(String head) {
    assertThatExceptionOfType(ShortOfBytes.class)
        .isThrownBy(() -> open(head, false).next())
        .satisfies(e -> assertThat(e.wanted()).isGreaterThan(bytes(head).length));
  }

  private static List<String> codes(String file) throws Malformed {
    JpegSegments segments = open(file, true);
    var codes = new ArrayList<String>();
    int code;
    do {
      code = segments.next();
      codes.add("%02x".formatted(code));
    } while (code != JpegSegments.EOI);
    return codes;
  }

  private static JpegSegments open(String hex, boolean whole) throws Malformed {
    return JpegSegments.open(new Head(bytes(hex), whole));
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", ""));
  }
}
