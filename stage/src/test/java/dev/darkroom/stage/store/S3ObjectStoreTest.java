package dev.darkroom.stage.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** How S3's answers are read; what a store does is in {@link ObjectStoreContract}. */
final class S3ObjectStoreTest {
  private static final PutOptions TEXT = new PutOptions("text/plain", null, null, Map.of());

  private final ScriptedS3 s3 = new ScriptedS3();
  private final ObjectStore store = new S3ObjectStore(s3.client(), "media");

  @AfterEach
  void stop() {
    s3.close();
  }

  @Test
  void readsWithTheVersionsCondition() throws IOException {
    s3.answer(200, Map.of("ETag", "\"e1\"", "X-Amz-Meta-File-Name", "a.jpg"), "hello");

    Read.Opened opened = (Read.Opened) store.open("a b+ö.txt", "e1");

    assertThat(new String(opened.body().readAllBytes(), UTF_8)).isEqualTo("hello");
    assertThat(opened.info().etag()).isEqualTo("e1");
    assertThat(opened.info().metadata()).containsExactly(Map.entry("file-name", "a.jpg"));
    assertThat(s3.requests()).singleElement().isEqualTo("GET /media/a%20b%2B%C3%B6.txt");
    assertThat(s3.lastHeader("If-Match")).isEqualTo("\"e1\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"404 NoSuchKey", "412 PreconditionFailed"})
  void aVersionThatIsNotThereIsGone(String answer) {
    s3.refuse(answer);

    assertThat(store.open("a", "e1")).isEqualTo(new Read.Gone());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"403 AccessDenied", "404 NoSuchBucket", "500 InternalError", "503 SlowDown"})
  void anyOtherAnswerIsWorthAnotherTry(String answer) {
    s3.refuse(answer);
    assertThatExceptionOfType(S3Exception.class).isThrownBy(() -> store.open("a", "e1"));
    s3.refuse(answer);
    assertThatExceptionOfType(S3Exception.class)
        .isThrownBy(() -> store.putIfAbsent("a", TEXT, new byte[1]));
  }

  @Test
  void aMissingBucketIsNoMissingObject() {
    s3.refuse("404 NoSuchBucket");

    assertThatExceptionOfType(NoSuchBucketException.class)
        .isThrownBy(() -> store.putIfMatch("a", "e1", TEXT, new byte[1]));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"404 NoSuchKey", "409 ConditionalRequestConflict", "412 PreconditionFailed"})
  void aConditionThatDoesNotHoldIsALostRace(String answer) {
    s3.refuse(answer);
    assertThat(store.putIfAbsent("a", TEXT, new byte[1])).isEqualTo(new Write.Lost());
    s3.refuse(answer);
    assertThat(store.putIfMatch("a", "e1", TEXT, new byte[1])).isEqualTo(new Write.Lost());
  }

  @Test
  void writesUnderTheConditionAsked() {
    s3.answer(200, Map.of("ETag", "\"e2\""), "");
    assertThat(store.putIfAbsent("a", TEXT, new byte[1])).isEqualTo(new Write.Written("e2"));
    assertThat(s3.lastHeader("If-None-Match")).isEqualTo("*");

    s3.answer(200, Map.of("ETag", "\"e3\""), "");
    assertThat(store.putIfMatch("a", "e2", TEXT, new byte[1])).isEqualTo(new Write.Written("e3"));
    assertThat(s3.lastHeader("If-Match")).isEqualTo("\"e2\"");
  }

  @Test
  void aRangeBehindTheEndReadsNothingOfTheVersionAskedFor() throws IOException {
    s3.refuse("416 InvalidRange");
    s3.answer(200, Map.of("ETag", "\"e1\"", "Content-Length", "10"), "");

    Read.Opened opened = (Read.Opened) store.openRange("a", "e1", 10, 5);

    assertThat(opened.body().readAllBytes()).isEmpty();
    assertThat(opened.info().size()).isEqualTo(10);
    assertThat(s3.requests()).containsExactly("GET /media/a", "HEAD /media/a");
  }

  @Test
  void aRangeBehindTheEndOfAnotherVersionIsGone() {
    s3.refuse("416 InvalidRange");
    s3.answer(200, Map.of("ETag", "\"e2\"", "Content-Length", "3"), "");

    assertThat(store.openRange("a", "e1", 10, 5)).isEqualTo(new Read.Gone());
  }

  @Test
  void rangesAreAskedForByTheirLastByte() throws IOException {
    for (String range : List.of("bytes=5-7", "bytes=-3")) {
      s3.answer(206, Map.of("ETag", "\"e1\"", "Content-Range", "bytes 5-7/10"), "567");
      Read.Opened opened =
          (Read.Opened)
              (range.equals("bytes=-3")
                  ? store.openTail("a", "e1", 3)
                  : store.openRange("a", "e1", 5, 3));
      assertThat(new String(opened.body().readAllBytes(), UTF_8)).isEqualTo("567");
      assertThat(opened.info().size()).isEqualTo(10);
      assertThat(s3.lastHeader("Range")).isEqualTo(range);
    }
  }

  @Test
  void whoReadsJustWhatThereIsKeepsTheConnection() throws IOException {
    for (int i = 0; i < 3; i++) {
      s3.answer(206, Map.of("ETag", "\"e1\"", "Content-Range", "bytes 5-7/10"), "567");
      try (var opened = (Read.Opened) store.openRange("a", "e1", 5, 3)) {
        assertThat(opened.body().readNBytes(3)).hasSize(3);
      }
    }

    assertThat(s3.connections()).isEqualTo(1);
  }

  @Test
  void whoReadsTheStartOnlyDoesNotWaitForTheRest() throws Exception {
    s3.answerEndlessly(Map.of("ETag", "\"e1\""), 1L << 40);

    try (var opened = (Read.Opened) store.open("a", "e1")) {
      assertThat(opened.body().readNBytes(10)).hasSize(10);
    }

    assertThat(s3.brokenOff().get(20, TimeUnit.SECONDS)).isLessThan(1L << 30);
  }

  @Test
  void deletesThousandByThousand() {
    s3.answer(200, Map.of(), "<DeleteResult/>");
    s3.answer(200, Map.of(), "<DeleteResult/>");

    store.delete(IntStream.range(0, 1001).mapToObj(i -> "key" + i).toList());

    assertThat(s3.requests()).hasSize(2).allMatch(request -> request.startsWith("POST /media"));
  }

  @Test
  void whatCouldNotBeDeletedIsSaid() {
    s3.answer(
        200,
        Map.of(),
        "<DeleteResult><Error><Key>a</Key><Code>AccessDenied</Code><Message>No.</Message></Error>"
            + "</DeleteResult>");

    assertThatIllegalStateException()
        .isThrownBy(() -> store.delete(List.of("a", "b")))
        .withMessage("1 objects were not deleted: No.");
  }

  @Test
  void nothingToDeleteIsNoRequest() {
    store.delete(List.of());

    assertThat(s3.requests()).isEmpty();
  }

  @Test
  void listsAllPagesOfKeys() {
    s3.answer(
        200,
        Map.of(),
        "<ListBucketResult><IsTruncated>true</IsTruncated><NextContinuationToken>t1"
            + "</NextContinuationToken><Contents><Key>p/1</Key></Contents></ListBucketResult>");
    s3.answer(
        200,
        Map.of(),
        "<ListBucketResult><IsTruncated>false</IsTruncated><Contents><Key>p/2</Key></Contents>"
            + "</ListBucketResult>");

    assertThat(store.keys("p/")).containsExactly("p/1", "p/2");
  }
}
