package dev.darkroom.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FileNameTest {
  @ParameterizedTest
  @CsvSource({
    "beach.jpg,               beach.jpg,           beach.jpg",
    "Am Strand (2).JPG,       Am Strand (2).JPG,   Am-Strand-2-.JPG",
    "Müller & Söhne.png,      Müller & Söhne.png,  Muller-Sohne.png",
    "C:\\fotos\\a b.jpg,      a b.jpg,             a-b.jpg",
    "/etc/../etc/passwd,      passwd,              passwd",
    "../..,                   ..,                  unnamed",
    "日本.jpg,                日本.jpg,            unnamed.jpg",
    ".bashrc,                 .bashrc,             bashrc",
    "no ending,               no ending,           no-ending",
    "'',                      unnamed,             unnamed",
    "'  ',                    unnamed,             unnamed",
    "folder/,                 unnamed,             unnamed",
    "archive.tar.gz,          archive.tar.gz,      archive.tar.gz",
    "name.日本,               name.日本,           name",
    "1/2½.jpg,                2½.jpg,              21-2.jpg",
  })
  void keepsTheNameForPeopleAndASafeFormForKeys(String given, String original, String safe) {
    var name = new FileName(given);

    assertThat(name.original()).isEqualTo(original);
    assertThat(name.safe()).isEqualTo(safe);
  }

  @Test
  void dropsWhatCannotBeSeenOrShowsAnotherOrder() {
    assertThat(new FileName("a\r\nSubject: b\u0000\u0085\u2028.jpg").original())
        .isEqualTo("aSubject: b.jpg");
    assertThat(new FileName("photo\u202egpj.exe").original()).isEqualTo("photogpj.exe");
    assertThat(new FileName("half \ud83c.jpg").original()).isEqualTo("half .jpg");
    assertThat(new FileName("👩‍👩‍👧.jpg").original()).isEqualTo("👩‍👩‍👧.jpg");
  }

  @Test
  void shortensLongNamesAndKeepsTheirEndings() {
    assertThat(new FileName("a".repeat(300) + ".jpeg").original())
        .isEqualTo("a".repeat(250) + ".jpeg");
    assertThat(new FileName("🎞".repeat(100) + ".mp4").original())
        .isEqualTo("🎞".repeat(62) + ".mp4");
    assertThat(new FileName("a".repeat(300) + ".mp4").safe()).isEqualTo("a".repeat(96) + ".mp4");
    assertThat(new FileName("a." + "b".repeat(300)).original()).hasSize(255);
  }

  @Test
  void aVeryLongNameTakesNoLongTime() {
    String name = "a".repeat(1_000_000);

    FileName shortened =
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> new FileName(name));

    assertThat(shortened.original()).isEqualTo("a".repeat(255));
  }

  @Test
  void anyNameIsTextAndFitsAndHasASafeForm() {
    var random = new SplittableRandom(3);
    for (int i = 0; i < 5_000; i++) {
      var given = new StringBuilder();
      for (int length = random.nextInt(0, 400); length > 0; length--) {
        given.append((char) random.nextInt(random.nextBoolean() ? 0x80 : 0x10000));
      }
      var name = new FileName(given.toString());

      byte[] bytes = name.original().getBytes(StandardCharsets.UTF_8);
      assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(name.original());
      assertThat(bytes.length).isBetween(1, 255);
      assertThat(name.safe()).matches("[A-Za-z0-9_][A-Za-z0-9._-]{0,99}");
      assertThat(new FileName(name.original())).isEqualTo(name);
    }
  }
}
