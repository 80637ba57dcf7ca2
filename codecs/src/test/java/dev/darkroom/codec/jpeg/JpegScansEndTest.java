package dev.darkroom.codec.jpeg;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.codec.Malformed;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ends files after their frame header and the parts given here. */
class JpegScansEndTest {
  private static final String SEQUENTIAL = "ffd8 ffc0 000e 08 0001 0001 02 011100 021100";
  private static final String PROGRESSIVE = "ffd8 ffc2 000e 08 0001 0001 02 011100 021100";

  private static final String WHOLE_SCAN = "ffda 000a 02 0100 0200 003f00 aabb";
  private static final String HALF_SCAN = "ffda 0008 01 0100 003f00 aabb";

  @ParameterizedTest
  @CsvSource({
    "a whole file,                    W,                     ffd9",
    "a file without an end,           W,                     ''",
    "a marker that means nothing,     W,                     ff55 aabb ffd9",
    "anything after all components,   W,                     ffc4 0002 ffda 0008 01 0100 003f00 aa",
    "two scans of a component each,   H ffc4 0002 H,         ffd9",
    "nonsense between them,           H,                     fff1 0002 ffda 0008 01 0100 003f00",
    "another frame between them,      H,                     ffc0 0002 ffda 0008 01 0100 003f00",
    "another start between them,      H,                     ffd8 ffda 0008 01 0100 003f00",
    "tables that are cut off,         H,                     ffc4 0020 0000",
  })
  void aSequentialFileEndsAt(String what, String kept, String dropped) throws Malformed {
    assertEnds(SEQUENTIAL, kept, dropped);
  }

  @ParameterizedTest
  @CsvSource({
    "many scans,                  W ffc4 0002 H ffdd 0004 0000 H, ffd9",
    "nonsense between them,       W H,                            ff02 H",
    "a comment between them,      W fffe 0003 00 H,               ffd9",
  })
  void aProgressiveFileEndsAt(String what, String kept, String dropped) throws Malformed {
    assertEnds(PROGRESSIVE, kept, dropped);
  }

  private static void assertEnds(String start, String kept, String dropped) throws Malformed {
    byte[] before = bytes(start + kept);

    assertThat(JpegScans.end(bytes(start + kept + dropped))).isEqualTo(before.length);
  }

  private static byte[] bytes(String parts) {
    String hex = parts.replace("W", WHOLE_SCAN).replace("H", HALF_SCAN).replace(" ", "");
    return HexFormat.of().parseHex(hex);
  }
}
