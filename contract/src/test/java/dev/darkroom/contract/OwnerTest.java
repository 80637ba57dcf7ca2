package dev.darkroom.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OwnerTest {
  @ParameterizedTest
  @CsvSource({
    "local,             _local",
    "auth0|5f7c8ec7,    _auth0.7c5f7c8ec7",
    "a.b,               _a.2eb",
    "a/b,               _a.2fb",
    "../..,             _.2e.2e.2f.2e.2e",
    "jörg@example.org,  _j.c3.b6rg.40example.2eorg",
    "_x-Y,              __x-Y",
  })
  void isTheSubjectWithUnsafeBytesEscaped(String subject, String owner) {
    assertThat(Owner.ofSubject(subject)).hasToString(owner);
  }

  @Test
  void nobodySignedInIsTheLocalOwner() {
    assertThat(Owner.ofSubject("local")).isNotEqualTo(Owner.LOCAL);
  }

  @Test
  void twoSubjectsNeverShareAnOwner() {
    var subjects = new HashMap<Owner, String>();
    var random = new SplittableRandom(11);
    List<String> pieces = List.of(".", "2e", "_", "a", "A", "ä", "é", "/", "%", " ", "-", "🎞");
    for (int i = 0; i < 20_000; i++) {
      var subject = new StringBuilder();
      for (int length = random.nextInt(1, 6); length > 0; length--) {
        subject.append(pieces.get(random.nextInt(pieces.size())));
      }
      String other = subjects.put(Owner.ofSubject(subject.toString()), subject.toString());
      assertThat(other == null || other.contentEquals(subject)).isTrue();
    }
  }

  @Test
  void theLongestSubjectStillMakesAnOwner() {
    assertThat(Owner.ofSubject("/".repeat(255)).value()).hasSize(766);
  }

  @Test
  void refusesSubjectsThatAreNone() {
    assertThatIllegalArgumentException().isThrownBy(() -> Owner.ofSubject(""));
    assertThatIllegalArgumentException().isThrownBy(() -> Owner.ofSubject("a".repeat(256)));
    assertThatIllegalArgumentException().isThrownBy(() -> Owner.ofSubject("ä".repeat(128)));
    assertThatIllegalArgumentException().isThrownBy(() -> Owner.ofSubject("half a film \ud83c"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", ".a", "a/b", "a b", "ä", "a\n"})
  void isOneKeySegment(String value) {
    assertThat(Owner.isValid(value)).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> new Owner(value));
  }
}
