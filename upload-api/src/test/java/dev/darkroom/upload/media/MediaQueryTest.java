package dev.darkroom.upload.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.contract.MediaId;
import dev.darkroom.upload.http.Checked;
import dev.darkroom.upload.http.FieldError;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MediaQueryTest {
  @Test
  void nothingSaidMeansTheNewestTwenty() {
    assertThat(MediaQuery.of(null, null, null, null))
        .isEqualTo(
            new Checked.Valid<>(
                new MediaQuery(Optional.empty(), Optional.empty(), 20, Optional.empty())));
  }

  @Test
  void everythingWrongIsToldAtOnce() {
    Checked<MediaQuery> checked = MediaQuery.of("audio", "awaiting-upload", "101", "x");

    List<String> fields =
        switch (checked) {
          case Checked.Invalid(var errors) -> errors.stream().map(FieldError::field).toList();
          case Checked.Valid(var query) -> throw new AssertionError(query);
        };
    assertThat(fields).containsExactly("kind", "status", "limit", "cursor");
  }

  @Test
  void parametersThatAreTooLongAreRefusedBeforeTheyAreRead() {
    String text = "1".repeat(65);

    assertThat(MediaQuery.of(text, text, text, text))
        .isEqualTo(
            new Checked.Invalid<MediaQuery>(
                List.of(
                    new FieldError("kind", "must have at most 64 characters"),
                    new FieldError("status", "must have at most 64 characters"),
                    new FieldError("limit", "must have at most 64 characters"),
                    new FieldError("cursor", "must have at most 64 characters"))));
  }

  @Test
  void limitsAreNumbersFromOneToAHundred() {
    for (String limit : new String[] {"0", "-1", "", "1e2", "9999999999"}) {
      assertThat(MediaQuery.of(null, null, limit, null)).isInstanceOf(Checked.Invalid.class);
    }
    assertThat(MediaQuery.of(null, null, "100", null)).isInstanceOf(Checked.Valid.class);
  }

  @Test
  void aCursorIsReadAsItWasWritten() {
    var id = new MediaId("0123456789abcdefghjkmnpqrs");

    assertThat(Cursor.parse(Cursor.after(id))).hasValue(id);
    assertThat(Cursor.parse("")).isEmpty();
    assertThat(Cursor.parse("../../..")).isEmpty();
    assertThat(Cursor.parse(id.value())).isEmpty();
  }
}
