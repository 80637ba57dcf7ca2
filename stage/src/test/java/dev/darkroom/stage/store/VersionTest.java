package dev.darkroom.stage.store;

import static dev.darkroom.stage.store.SampleManifest.UPLOADED_AT;
import static dev.darkroom.stage.store.SampleManifest.photo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Rejection;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class VersionTest {
  private static final Instant LATER = UPLOADED_AT.plusSeconds(60);

  @Test
  void theSameContentIsSettledByItsResult() {
    assertThat(supersedes(photo(), photo())).isFalse();
    assertThat(supersedes(photo(), photo().failed(Rejection.of(ErrorCode.CORRUPT_FILE)))).isFalse();
  }

  @Test
  void newerContentReplacesOlderAndNeverTheOtherWayRound() {
    SampleManifest older = photo();
    SampleManifest newer = photo().withContent("e2", "0B", UPLOADED_AT);

    assertThat(supersedes(newer, older)).isTrue();
    assertThat(supersedes(older, newer)).isFalse();
  }

  @Test
  void sequencersOrderWhatClocksDoNot() {
    SampleManifest clockWentBack = photo().withContent("e2", "0B", UPLOADED_AT.minusSeconds(60));

    assertThat(supersedes(clockWentBack, photo())).isTrue();
    assertThat(supersedes(photo(), clockWentBack)).isFalse();
  }

  @Test
  void theSameBytesUploadedAgainAreNewer() {
    SampleManifest again = photo().withContent("e1", "0B", LATER);

    assertThat(supersedes(again, photo())).isTrue();
    assertThat(supersedes(photo(), again)).isFalse();
  }

  @Test
  void withoutSequencersTheSameEtagIsTheSameContentAndTimeOrdersOthers() {
    SampleManifest plain = photo().withContent("e1", null, UPLOADED_AT);

    assertThat(supersedes(plain, photo())).isFalse();
    assertThat(supersedes(plain.withContent("e1", null, LATER), photo())).isFalse();
    assertThat(supersedes(photo().withContent("e2", null, LATER), plain)).isTrue();
    assertThat(supersedes(plain, photo().withContent("e2", null, LATER))).isFalse();
  }

  @Test
  void whereEveryEventHasTheSameSequencerTimeOrdersOtherContent() {
    SampleManifest newer = photo().withContent("e2", "0A", LATER);
    SampleManifest older = photo().withContent("e1", "0A", UPLOADED_AT);

    assertThat(supersedes(newer, older)).isTrue();
    assertThat(supersedes(older, newer)).isFalse();
  }

  @Test
  void acrossKeysSequencersSayNothing() {
    SampleManifest other = photo().withFileName("other.jpg").withContent("e2", "09", LATER);

    assertThat(supersedes(other, photo())).isTrue();
    assertThat(supersedes(photo(), other)).isFalse();
  }

  @Test
  void processingAgainReplacesAndItsEarlierEventDoesNotComeBack() {
    SampleManifest again = photo().withRequestedAt(LATER);

    assertThat(supersedes(again, photo())).isTrue();
    assertThat(supersedes(photo(), again)).isFalse();
    assertThat(supersedes(again, again)).isFalse();
    assertThat(supersedes(again.withRequestedAt(LATER.plusSeconds(1)), again)).isTrue();
  }

  @Test
  void processingAgainDoesNotMakeContentNewer() {
    SampleManifest newer = photo().withContent("e2", "0B", LATER);

    assertThat(supersedes(photo().withRequestedAt(LATER.plusSeconds(60)), newer)).isFalse();
  }

  @Test
  void aResultReplacesHavingGivenUpAndNeverTheOtherWayRound() {
    assertThat(supersedes(photo(), photo().gaveUp())).isTrue();
    assertThat(supersedes(photo().gaveUp(), photo().gaveUp())).isFalse();
    assertThat(supersedes(photo().gaveUp(), photo())).isFalse();
    assertThat(supersedes(photo().gaveUp(), photo().failed(Rejection.of(ErrorCode.CORRUPT_FILE))))
        .isFalse();
  }

  @Test
  void havingGivenUpOnProcessingAgainKeepsWhatCompletedAndTellsOfWhatDidNot() {
    SampleManifest gaveUp = photo().withRequestedAt(LATER).gaveUp();

    assertThat(supersedes(gaveUp, photo())).isFalse();
    assertThat(supersedes(gaveUp, photo().failed(Rejection.of(ErrorCode.TOO_LARGE)))).isTrue();
  }

  @Test
  void havingGivenUpOnNewerContentReplacesTheOlderResult() {
    assertThat(supersedes(photo().withContent("e2", "0B", LATER).gaveUp(), photo())).isTrue();
  }

  private static boolean supersedes(SampleManifest next, SampleManifest current) {
    return Version.of(next.build()).supersedes(current.build());
  }
}
