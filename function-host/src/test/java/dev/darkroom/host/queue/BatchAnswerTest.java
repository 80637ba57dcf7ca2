package dev.darkroom.host.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchAnswerTest {

  private static final Set<String> BATCH = Set.of("a", "b", "c");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "{}",
        "{\"other\":1}",
        "{\"batchItemFailures\":null}",
        "{\"batchItemFailures\":[]}"
      })
  void anAnswerThatNamesNoFailureIsASuccess(String answer) {
    assertThat(BatchAnswer.read(answer, BATCH)).isEqualTo(new BatchAnswer.Failures(Set.of()));
  }

  @Test
  void theMessagesNamedHaveFailed() {
    assertThat(
            BatchAnswer.read(
                """
                {"batchItemFailures":[{"itemIdentifier":"a"},{"itemIdentifier":"c"},{"itemIdentifier":"a"}]}
                """,
                BATCH))
        .isEqualTo(new BatchAnswer.Failures(Set.of("a", "c")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "done",
        "{\"batchItemFailures\":[]",
        "{\"batchItemFailures\":[]} trailing",
        "\"done\"",
        "3",
        "true",
        "[]",
        "{\"batchItemFailures\":\"a\"}",
        "{\"batchItemFailures\":{}}",
        "{\"batchItemFailures\":[\"a\"]}",
        "{\"batchItemFailures\":[null]}",
        "{\"batchItemFailures\":[{}]}",
        "{\"batchItemFailures\":[{\"itemIdentifier\":null}]}",
        "{\"batchItemFailures\":[{\"itemIdentifier\":\"\"}]}",
        "{\"batchItemFailures\":[{\"itemIdentifier\":7}]}",
        "{\"batchItemFailures\":[{\"itemidentifier\":\"a\"}]}",
        "{\"batchItemFailures\":[{\"itemIdentifier\":\"a\"},{\"itemIdentifier\":\"of another batch\"}]}"
      })
  void anAnswerThatCannotBeUnderstoodFailsTheWholeBatch(String answer) {
    assertThat(BatchAnswer.read(answer, BATCH)).isInstanceOf(BatchAnswer.Malformed.class);
  }
}
