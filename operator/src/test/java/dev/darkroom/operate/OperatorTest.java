package dev.darkroom.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ConnectException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;

final class OperatorTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String commandLine) {
    return Operator.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(commandLine.split(" "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "redrive --rate fast",
        "redrive --from completions",
        "redrive --stack photos --data here",
        "redrive everything",
        "reprocess",
        "reprocess --since yesterday",
        "reprocess --code gone",
        "reprocess not-an-id",
        "reprocess 0123456789abcdefghjkmnpqrs --all",
        "reprocess --all --after somewhere",
        "reconcile --older-than yesterday",
        "status --since yesterday",
      })
  void whatIsWrittenWronglyIsAnsweredInOneSentenceAndTwo(String commandLine) {
    assertThat(run(commandLine)).isEqualTo(2);
    assertThat(err.toString().lines()).hasSize(2).first().asString().startsWith("darkroom: ");
    assertThat(out.toString()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"redrive", "reprocess", "reconcile", "status"})
  void everyCommandHasHelp(String command) {
    assertThat(run(command + " --help")).isZero();
    assertThat(out.toString()).startsWith("Usage: ./darkroom " + command).contains("--stack=NAME");
  }

  @Test
  void withoutALocalRunOneSentenceSaysSo() {
    assertThat(run("redrive")).isEqualTo(1);
    assertThat(err.toString())
        .isEqualToIgnoringNewLines(
            "darkroom: The local run has not exported DARKROOM_QUEUE_IMAGE_JOBS; stop it with"
                + " './darkroom down' and start it again with './darkroom up'.");
  }

  @Test
  void faultsOfAwsAreToldInOneSentence() {
    assertThat(
            Faults.sentence(
                SdkClientException.create(
                    "Unable to load credentials from any of the providers in the chain")))
        .isEqualTo(
            "There are no credentials: sign in, or set AWS_PROFILE to a profile that has some.");
    assertThat(Faults.sentence(SdkClientException.create("Unable to load region from any of")))
        .startsWith("There is no region");
    assertThat(Faults.sentence(SdkClientException.create("?", new ConnectException("refused"))))
        .isEqualTo("Nobody answers where the services should be.");
    assertThat(
            Faults.sentence(
                AwsServiceException.builder()
                    .awsErrorDetails(
                        AwsErrorDetails.builder()
                            .serviceName("Sqs")
                            .errorCode("AccessDenied")
                            .errorMessage("no access")
                            .build())
                    .build()))
        .isEqualTo("Sqs refused: no access (AccessDenied).");
  }
}
