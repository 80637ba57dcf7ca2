package dev.darkroom.stage.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every store has to keep to: the fake in unit tests, and each S3 that Darkroom runs on. */
public abstract class ObjectStoreContract {
  private static final PutOptions TEXT = new PutOptions("text/plain", null, null, Map.of());

  private final String prefix = "processed/contract/" + UUID.randomUUID() + "/";

  /** The store, with a bucket that may hold other objects. */
  protected abstract ObjectStore store();

  @AfterEach
  void tidyUp() {
    store().delete(store().keys(prefix));
  }

  @Test
  void whatWasPutIsThereWithItsDescription() {
    String key = prefix + "a.txt";
    var options =
        new PutOptions("text/plain", "no-cache", "inline", Map.of("file-name", "Am%20Strand"));

    Write.Written written = store().put(key, options, bytes("hello"));

    assertThat(store().head(key))
        .hasValueSatisfying(
            info -> {
              assertThat(info.key()).isEqualTo(key);
              assertThat(info.etag()).isEqualTo(written.etag()).doesNotContain("\"").isNotEmpty();
              assertThat(info.size()).isEqualTo(5);
              assertThat(info.contentType()).isEqualTo("text/plain");
              assertThat(info.metadata()).containsExactlyEntriesOf(options.metadata());
            });
    assertThat(text(store().open(key, written.etag()))).isEqualTo("hello");
    assertThat(text(store().openLatest(key))).isEqualTo("hello");
  }

  @Test
  void keysMayHoldWhatPeopleType() {
    for (String name : List.of("a b", "a+b", "Jörg & Söhne", "100%", "a%20b", "🎞", "a'b(1)!*")) {
      String key = prefix + name;
      String etag = store().put(key, TEXT, bytes(name)).etag();
      assertThat(text(store().open(key, etag))).isEqualTo(name);
      assertThat(store().keys(key)).containsExactly(key);
    }
    assertThat(store().keys(prefix)).hasSize(7);
  }

  @Test
  void whatIsNotThereIsGone() {
    String key = prefix + "nothing";

    assertThat(store().head(key)).isEmpty();
    assertThat(store().openLatest(key)).isEqualTo(new Read.Gone());
    assertThat(store().open(key, "0123")).isEqualTo(new Read.Gone());
    assertThat(store().openRange(key, "0123", 0, 1)).isEqualTo(new Read.Gone());
    assertThat(store().openTail(key, "0123", 1)).isEqualTo(new Read.Gone());
  }

  @Test
  void anotherVersionThanTheOneAskedForIsGone() {
    String key = prefix + "a.txt";
    String old = store().put(key, TEXT, bytes("old")).etag();
    store().put(key, TEXT, bytes("new"));

    assertThat(store().open(key, old)).isEqualTo(new Read.Gone());
    assertThat(store().openRange(key, old, 0, 1)).isEqualTo(new Read.Gone());
    assertThat(store().openRange(key, old, 3, 1)).isEqualTo(new Read.Gone());
    assertThat(store().openTail(key, old, 1)).isEqualTo(new Read.Gone());
    assertThat(text(store().openLatest(key))).isEqualTo("new");
  }

  @Test
  void theHeadOfAnObjectMayComeLast() {
    byte[] body = noise(Assembly.MIN_PART + 10);
    byte[] head = noise(Assembly.MIN_PART);
    String key = prefix + "head-last.bin";
    try (Assembly whole = store().assemble(key, TEXT)) {
      whole.add(body);
      whole.add(bytes("end"));
      whole.prepend(head);
      whole.complete();
    }

    assertThat(all(store().openLatest(key)))
        .startsWith(head)
        .endsWith(bytes("end"))
        .hasSize(head.length + body.length + 3);
  }

  @Test
  void anObjectMayBeItsHeadAlone() {
    String key = prefix + "head-only.txt";
    try (Assembly whole = store().assemble(key, TEXT)) {
      whole.prepend(bytes("all"));
      whole.complete();
    }

    assertThat(text(store().openLatest(key))).isEqualTo("all");
  }

  @Test
  void anObjectIsAssembledFromBytesAndFromPartsOfOthers() {
    byte[] source = noise(Assembly.MIN_PART + 1000);
    String etag = store().put(prefix + "source +ö.bin", TEXT, source).etag();
    byte[] head = noise(Assembly.MIN_PART);
    String key = prefix + "whole.bin";
    Write.Written written;
    try (Assembly whole =
        store().assemble(key, new PutOptions("a/b", "no-cache", null, Map.of()))) {
      whole.add(head);
      assertThat(whole.copy(prefix + "source +ö.bin", etag, 500, Assembly.MIN_PART))
          .isInstanceOf(Write.Written.class);
      whole.add(bytes("end"));
      assertThat(store().head(key)).isEmpty();
      written = whole.complete();
    }

    assertThat(store().head(key))
        .hasValueSatisfying(
            info -> {
              assertThat(info.contentType()).isEqualTo("a/b");
              assertThat(info.etag()).isEqualTo(written.etag());
              assertThat(info.size()).isEqualTo(2L * Assembly.MIN_PART + 3);
            });
    assertThat(all(store().openRange(key, written.etag(), 0, Assembly.MIN_PART))).isEqualTo(head);
    assertThat(all(store().openRange(key, written.etag(), Assembly.MIN_PART, 700)))
        .isEqualTo(Arrays.copyOfRange(source, 500, 1200));
    assertThat(text(store().openTail(key, written.etag(), 3))).isEqualTo("end");
  }

  @Test
  void partsOfAnotherVersionAreNotCopied() {
    String source = prefix + "a.txt";
    String old = store().put(source, TEXT, bytes("old")).etag();
    store().put(source, TEXT, bytes("new"));
    try (Assembly whole = store().assemble(prefix + "b.txt", TEXT)) {
      assertThat(whole.copy(source, old, 0, 3)).isEqualTo(new Write.Lost());
      assertThat(whole.copy(prefix + "nothing", old, 0, 3)).isEqualTo(new Write.Lost());
    }
  }

  @Test
  void whatIsNotCompletedLeavesNothing() {
    try (Assembly whole = store().assemble(prefix + "a.txt", TEXT)) {
      whole.add(bytes("abc"));
    }

    assertThat(store().keys(prefix)).isEmpty();
  }

  @Test
  void rangesEndWhereTheObjectEnds() {
    String key = prefix + "a.txt";
    String etag = store().put(key, TEXT, bytes("0123456789")).etag();

    assertThat(text(store().openRange(key, etag, 0, 1))).isEqualTo("0");
    assertThat(text(store().openRange(key, etag, 4, 3))).isEqualTo("456");
    assertThat(text(store().openRange(key, etag, 8, 100))).isEqualTo("89");
    assertThat(text(store().openRange(key, etag, 9, Long.MAX_VALUE))).isEqualTo("9");
    assertThat(text(store().openRange(key, etag, 10, 5))).isEmpty();
    assertThat(text(store().openRange(key, etag, 99, 5))).isEmpty();
    assertThat(text(store().openTail(key, etag, 3))).isEqualTo("789");
    assertThat(text(store().openTail(key, etag, 100))).isEqualTo("0123456789");
  }

  @Test
  void aRangeTellsTheSizeOfTheWholeObject() {
    String key = prefix + "a.txt";
    String etag = store().put(key, TEXT, bytes("0123456789")).etag();

    for (Read read :
        List.of(
            store().openRange(key, etag, 4, 3),
            store().openRange(key, etag, 10, 3),
            store().openTail(key, etag, 3))) {
      assertThat(read)
          .isInstanceOfSatisfying(
              Read.Opened.class,
              opened -> {
                assertThat(opened.info().size()).isEqualTo(10);
                assertThat(opened.info().etag()).isEqualTo(etag);
              });
    }
  }

  @Test
  void anEmptyObjectHasRangesToo() {
    String key = prefix + "empty";
    String etag = store().put(key, TEXT, new byte[0]).etag();

    assertThat(text(store().open(key, etag))).isEmpty();
    assertThat(text(store().openRange(key, etag, 0, 10))).isEmpty();
    assertThat(text(store().openTail(key, etag, 10))).isEmpty();
  }

  @Test
  void aRangeOfNothingIsNoRange() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> store().openRange(prefix + "a", "0123", 0, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> store().openRange(prefix + "a", "0123", -1, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> store().openTail(prefix + "a", "0123", 0));
  }

  @Test
  void onlyWhereNothingIsPutIfAbsentWrites() {
    String key = prefix + "a.txt";

    assertThat(store().putIfAbsent(key, TEXT, bytes("first"))).isInstanceOf(Write.Written.class);
    assertThat(store().putIfAbsent(key, TEXT, bytes("second"))).isEqualTo(new Write.Lost());
    assertThat(text(store().openLatest(key))).isEqualTo("first");
  }

  @Test
  void onlyOverTheVersionItKnowsPutIfMatchWrites() {
    String key = prefix + "a.txt";
    assertThat(store().putIfMatch(key, "0123", TEXT, bytes("none"))).isEqualTo(new Write.Lost());
    assertThat(store().head(key)).isEmpty();

    String first = store().put(key, TEXT, bytes("first")).etag();
    Write second = store().putIfMatch(key, first, TEXT, bytes("second"));
    assertThat(second).isInstanceOf(Write.Written.class);
    assertThat(store().putIfMatch(key, first, TEXT, bytes("third"))).isEqualTo(new Write.Lost());

    store().delete(List.of(key));
    assertThat(store().putIfMatch(key, first, TEXT, bytes("fourth"))).isEqualTo(new Write.Lost());
    assertThat(store().head(key)).isEmpty();
  }

  @Test
  void ofManyWhoCreateOneWins() throws Exception {
    String key = prefix + "raced.txt";

    List<Write> writes = WriteRace.run(i -> store().putIfAbsent(key, TEXT, bytes("writer " + i)));

    assertThat(writes).filteredOn(Write.Written.class::isInstance).hasSize(1);
    assertThat(text(store().openLatest(key))).isEqualTo("writer " + WriteRace.winner(writes));
  }

  @Test
  void ofManyWhoReplaceOneWins() throws Exception {
    String key = prefix + "raced.txt";
    String etag = store().put(key, TEXT, bytes("before")).etag();

    List<Write> writes =
        WriteRace.run(i -> store().putIfMatch(key, etag, TEXT, bytes("writer " + i)));

    assertThat(writes).filteredOn(Write.Written.class::isInstance).hasSize(1);
    assertThat(text(store().openLatest(key))).isEqualTo("writer " + WriteRace.winner(writes));
  }

  @Test
  void deletingTakesWhatThereIs() {
    store().put(prefix + "a", TEXT, bytes("a"));
    store().put(prefix + "b c+ö", TEXT, bytes("b"));
    store().put(prefix + "c", TEXT, bytes("c"));

    store().delete(List.of(prefix + "a", prefix + "b c+ö", prefix + "never"));
    store().delete(List.of());

    assertThat(store().keys(prefix)).containsExactly(prefix + "c");
  }

  @Test
  void listsWhatLiesDirectlyBelowAndRollsUpTheRest() {
    for (String name : List.of("b", "a/1", "a/2", "c/x/y", "d")) {
      store().put(prefix + name, TEXT, bytes(name));
    }

    assertThat(store().list(prefix, "", 1000))
        .isEqualTo(
            new Listing(
                List.of(prefix + "b", prefix + "d"), List.of(prefix + "a/", prefix + "c/"), false));
    assertThat(store().list(prefix + "none/", "", 1000))
        .isEqualTo(new Listing(List.of(), List.of(), false));
    assertThat(store().keys(prefix))
        .containsExactly(
            prefix + "a/1", prefix + "a/2", prefix + "b", prefix + "c/x/y", prefix + "d");
  }

  @Test
  void listsPageByPage() {
    for (int i = 0; i < 5; i++) {
      store().put(prefix + i, TEXT, bytes("x"));
    }

    var pages = new ArrayList<List<String>>();
    String after = "";
    boolean more = true;
    while (more) {
      Listing page = store().list(prefix, after, 2);
      pages.add(page.keys());
      after = page.keys().getLast();
      more = page.truncated();
    }

    assertThat(pages)
        .containsExactly(
            List.of(prefix + "0", prefix + "1"),
            List.of(prefix + "2", prefix + "3"),
            List.of(prefix + "4"));
  }

  /** All keys of a folder come before {@code folder/~}: after that, the folder is not listed. */
  @Test
  void listsFoldersPageByPage() {
    for (String name : List.of("a/1", "a/2", "b/1", "c/1")) {
      store().put(prefix + name, TEXT, bytes(name));
    }

    Listing first = store().list(prefix, "", 1);
    assertThat(first).isEqualTo(new Listing(List.of(), List.of(prefix + "a/"), true));
    Listing second = store().list(prefix, prefix + "a/~", 2);
    assertThat(second)
        .isEqualTo(new Listing(List.of(), List.of(prefix + "b/", prefix + "c/"), false));
  }

  @Test
  void listsObjectsHoweverDeepInTheOrderOfTheirKeys() {
    for (String name : List.of("a/1", "a/2/x", "a-b/1", "c")) {
      store().put(prefix + name, TEXT, bytes(name));
    }

    ObjectPage first = store().objects(prefix, "", 3);
    ObjectPage second = store().objects(prefix, prefix + "a/2/x", 3);
    ObjectPage afterFolder = store().objects(prefix, prefix + "a0", 3);

    assertThat(first.objects())
        .extracting(StoredObject::key)
        .containsExactly(prefix + "a-b/1", prefix + "a/1", prefix + "a/2/x");
    assertThat(first.truncated()).isTrue();
    assertThat(second.objects()).extracting(StoredObject::key).containsExactly(prefix + "c");
    assertThat(second.truncated()).isFalse();
    assertThat(afterFolder.objects()).isEqualTo(second.objects());
    assertThat(first.objects())
        .allSatisfy(
            listed ->
                assertThat(store().head(listed.key()))
                    .hasValueSatisfying(
                        info -> {
                          assertThat(listed.etag()).isEqualTo(info.etag());
                          assertThat(listed.size()).isEqualTo(info.size());
                          assertThat(listed.lastModified().getEpochSecond())
                              .isEqualTo(info.lastModified().getEpochSecond());
                        }));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static byte[] noise(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }

  private static String text(Read read) {
    return new String(all(read), UTF_8);
  }

  private static byte[] all(Read read) {
    assertThat(read).isInstanceOf(Read.Opened.class);
    try (var opened = (Read.Opened) read) {
      return opened.body().readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
