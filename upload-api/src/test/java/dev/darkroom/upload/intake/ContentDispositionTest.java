package dev.darkroom.upload.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.contract.FileName;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContentDispositionTest {
  @Test
  void aNameMayBeQuotedOrNot() {
    assertThat(name("attachment; filename=a.jpg")).hasValue("a.jpg");
    assertThat(name("attachment; filename=\"a b.jpg\"")).hasValue("a b.jpg");
    assertThat(name("inline;FILENAME = \"a.jpg\" ; size=7")).hasValue("a.jpg");
  }

  @Test
  void quotedCharactersMayBeEscaped() {
    assertThat(name("attachment; filename=\"a \\\"b\\\"; c.jpg\"")).hasValue("a \"b\"; c.jpg");
  }

  @Test
  void theNameWithACharsetCountsBeforeTheOneWithout() {
    assertThat(name("attachment; filename=\"M_we.jpg\"; filename*=UTF-8''M%C3%B6we.jpg"))
        .hasValue("Möwe.jpg");
    assertThat(name("attachment; filename*=iso-8859-1'de'M%F6we.jpg; filename=M_we.jpg"))
        .hasValue("Möwe.jpg");
    assertThat(name("attachment; filename*=utf-8''a+b%20c.jpg")).hasValue("a+b c.jpg");
  }

  @Test
  void aNameInABrokenOrUnknownCharsetIsPassedOver() {
    assertThat(name("attachment; filename*=UTF-8''%zz; filename=a.jpg")).hasValue("a.jpg");
    assertThat(name("attachment; filename*=klingon''a; filename=a.jpg")).hasValue("a.jpg");
    assertThat(name("attachment; filename*=UTF-8; filename=a.jpg")).hasValue("a.jpg");
  }

  @Test
  void utf8ThatWasSentAsItIsIsUnderstood() {
    String wire =
        new String("Möwe.jpg".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);

    assertThat(name("attachment; filename=\"" + wire + "\"")).hasValue("Möwe.jpg");
    assertThat(name("attachment; filename=\"Möwe.jpg\"")).hasValue("Möwe.jpg");
    assertThat(name("attachment; filename=\"写真.jpg\"")).hasValue("写真.jpg");
  }

  @Test
  void foldersAreNoPartOfTheName() {
    assertThat(name("attachment; filename=\"../../etc/passwd\"")).hasValue("passwd");
  }

  @Test
  void withoutANameThereIsNone() {
    assertThat(name(null)).isEmpty();
    assertThat(name("attachment")).isEmpty();
    assertThat(name("attachment; filename=\"\"")).isEmpty();
  }

  @Test
  void aLongHeaderIsReadWithoutRunningOutOfStack() {
    String hostile = "attachment; filename=\"" + "\\a".repeat(100_000);

    assertThat(name(hostile)).isEmpty();
  }

  private static Optional<String> name(@Nullable String header) {
    return ContentDisposition.fileName(header).map(FileName::original);
  }
}
