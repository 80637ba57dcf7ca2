package dev.darkroom.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OutputNameTest {
  private static final OutputName NAME =
      new OutputName(
          "large-2x",
          OutputName.content("bytes".getBytes(UTF_8)),
          OutputName.generation("v1"),
          "jpg");

  @Test
  void isReadAsItWasWritten() {
    assertThat(OutputName.parse(NAME.toString())).contains(NAME);
  }

  @Test
  void isTheSameFromReleaseToRelease() {
    assertThat(NAME).hasToString("large-2x-7g9swbzfe8-vw6nmf.jpg");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "manifest.json",
        "announced.json",
        "large.jpg",
        "large-0123456789.jpg",
        "-0123456789-abcdef",
        "large-0123456789-abcdef",
        "large-012345678-abcdef.jpg",
        "large-0123456789-abcdef.jpg/",
        "a/large-0123456789-abcdef.jpg"
      })
  void nothingElseIsAnOutput(String file) {
    assertThat(OutputName.parse(file)).isEmpty();
  }

  @Test
  void sameBytesOfOneRenditionAreEqualWheneverTheyWereMade() {
    assertThat(NAME.equalsExceptGeneration(with("large-2x", NAME.content(), "jpg"))).isTrue();
    assertThat(NAME.equalsExceptGeneration(with("large", NAME.content(), "jpg"))).isFalse();
    assertThat(NAME.equalsExceptGeneration(with("large-2x", "0123456789", "jpg"))).isFalse();
    assertThat(NAME.equalsExceptGeneration(with("large-2x", NAME.content(), "png"))).isFalse();
  }

  private static OutputName with(String name, String content, String extension) {
    return new OutputName(name, content, OutputName.generation("v2"), extension);
  }
}
