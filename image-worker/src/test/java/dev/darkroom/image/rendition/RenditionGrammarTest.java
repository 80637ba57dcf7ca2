package dev.darkroom.image.rendition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenditionGrammarTest {
  private final RenditionGrammar grammar =
      new RenditionGrammar(
          Map.of(OutputFormat.WEBP, 80, OutputFormat.JPEG, 82),
          List.of(OutputFormat.WEBP, OutputFormat.JPEG));

  @Test
  void nameBoxAndFitAreEnough() {
    assertThat(grammar.parse(" card 640x360 cover "))
        .isEqualTo(
            new RenditionSpec(
                "card",
                640,
                360,
                Fit.COVER,
                false,
                List.of(new Output(OutputFormat.WEBP, 80), new Output(OutputFormat.JPEG, 82))));
  }

  @Test
  void everythingCanBeSaid() {
    assertThat(grammar.parse("poster 100x50 pad enlarge png jpeg:95"))
        .isEqualTo(
            new RenditionSpec(
                "poster",
                100,
                50,
                Fit.PAD,
                true,
                List.of(new Output(OutputFormat.PNG, 100), new Output(OutputFormat.JPEG, 95))));
  }

  @ParameterizedTest
  @CsvSource({
    "'', is not of the form",
    "large, is not of the form",
    "large 1920 fit, is not of the form",
    "large 0x10 fit, large: sides must be 1 to 8192",
    "large 10x9000 fit, large: sides must be 1 to 8192",
    "large 10x10 stretch, is not of the form",
    "large 10x10 fit tiff, large: no format is called 'tiff'",
    "large 10x10 fit jpeg:0, large: quality must be 1 to 100",
    "large 10x10 fit jpeg:101, large: quality must be 1 to 100",
    "large 10x10 fit jpeg jpeg:1, large: jpeg twice",
    "../x 10x10 fit, is not of the form",
    "Manifest.json 10x10 fit, is not of the form"
  })
  void anythingElseIsRefusedWithTheReason(String text, String reason) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> grammar.parse(text))
        .withMessageContaining(reason);
  }
}
