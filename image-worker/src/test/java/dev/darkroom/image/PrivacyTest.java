package dev.darkroom.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.contract.Outcome.Completed;
import dev.darkroom.contract.Rendition;
import dev.darkroom.fixtures.Golden;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Checks that metadata stays in the original. The files carry marks in all private fields:
 * location, serial numbers, owner, maker's note, captions, comments, and a preview that shows more.
 */
class PrivacyTest {
  private static final String MARK = "SECRET-";

  /** The location, 123456789 over 1000000, in both of Exif's byte orders. */
  private static final List<byte[]> PLACES =
      List.of(
          HexFormat.of().parseHex("075bcd15000f4240"), HexFormat.of().parseHex("15cd5b0740420f00"));

  private final Workplace workplace =
      new Workplace(
          Map.of(
              "darkroom.image.renditions",
              "large 1920x1920 fit webp jpeg png,thumb 40x40 cover webp jpeg png"));

  static Stream<Golden> telltales() {
    return Golden.all().stream().filter(golden -> golden.file().startsWith("private/"));
  }

  @ParameterizedTest
  @MethodSource("telltales")
  void renditionsAndWhatIsSaidOfThemHoldNothingPrivate(Golden golden) throws Exception {
    byte[] original = golden.bytes();
    assertThat(contains(original, MARK.getBytes(ISO_8859_1))).isTrue();
    assertThat(contains(original, PLACES.getFirst())).isTrue();

    Completed completed = workplace.complete(original);

    assertThat(completed.toString()).doesNotContain(MARK).doesNotContain("123.45");
    assertThat(completed.renditions()).hasSize(6);
    for (Rendition rendition : completed.renditions()) {
      byte[] bytes = workplace.bytes(rendition);
      for (var charset : List.of(ISO_8859_1, UTF_16BE, UTF_16LE)) {
        assertThat(contains(bytes, MARK.getBytes(charset))).as(rendition.key()).isFalse();
      }
      for (byte[] place : PLACES) {
        assertThat(contains(bytes, place)).as(rendition.key()).isFalse();
      }
    }
  }

  private static boolean contains(byte[] bytes, byte[] pattern) {
    // In Latin-1 each byte is one character.
    return new String(bytes, ISO_8859_1).contains(new String(pattern, ISO_8859_1));
  }
}
