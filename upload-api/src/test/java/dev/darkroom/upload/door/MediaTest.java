package dev.darkroom.upload.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.MediaKind;
import dev.darkroom.contract.Owner;
import dev.darkroom.stage.store.InMemoryObjectStore;
import dev.darkroom.upload.door.Call.Answer;
import dev.darkroom.upload.door.FakeCloud.SentJobs;
import dev.darkroom.upload.media.Samples;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MediaTest {
  @Inject InMemoryObjectStore store;
  @Inject SentJobs queues;
  private Samples ada;

  @BeforeEach
  void emptyBucket() {
    store.delete(List.copyOf(store.keys("")));
    ada = new Samples(store, Owner.ofSubject("ada"));
  }

  @Test
  void aCompletedUploadComesWithLinksToAllThereIs() {
    MediaId id = ada.completed(MediaKind.IMAGE, 60);

    Answer answer = Call.of("GET", "/media/" + id).send();

    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.headers().get("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.json().path("status").asText()).isEqualTo("completed");
    assertThat(answer.json().at("/media/width").asInt()).isEqualTo(4000);
    assertThat(answer.json().at("/original/url").asText())
        .contains("response-content-disposition=attachment")
        .contains("response-content-type=image%2Fjpeg");
    assertThat(answer.json().at("/renditions/0/name").asText()).isEqualTo("large");
    assertThat(answer.json().at("/renditions/0/url").asText())
        .startsWith("http://127.0.0.1:1/media/processed/_ada/" + id + "/large.jpg?")
        .contains("X-Amz-Expires=3600")
        .contains("response-content-type=image%2Fjpeg");
  }

  @Test
  void anUploadWhoseStreamIsMadeComesWithAllThatIsThereAndHowFarItIs() {
    MediaId id = ada.processing(60, 1);

    Answer answer = Call.of("GET", "/media/" + id).send();

    assertThat(answer.json().path("status").asText()).isEqualTo("processing");
    assertThat(answer.json().path("progress").toString()).isEqualTo("{\"done\":1,\"total\":3}");
    assertThat(answer.json().at("/media/width").asInt()).isEqualTo(4000);
    assertThat(answer.json().at("/placeholder/color").asText()).isEqualTo("#336699");
    assertThat(answer.json().at("/renditions/0/url").asText()).contains("/poster.jpg?");
    assertThat(answer.json().has("processing")).isFalse();
    assertThat(Call.of("GET", "/media?status=processing").send().json().at("/items/0/id").asText())
        .isEqualTo(id.value());
  }

  @Test
  void aFailedUploadSaysWhy() {
    Answer answer = Call.of("GET", "/media/" + ada.failed(MediaKind.VIDEO, 60)).send();

    assertThat(answer.json().path("status").asText()).isEqualTo("failed");
    assertThat(answer.json().at("/error/code").asText()).isEqualTo("corrupt-file");
  }

  @Test
  void anUnreadableUploadIsShownAndKeepsNothingElseFromBeingListed() {
    MediaId readable = ada.completed(MediaKind.IMAGE, 1);
    MediaId unreadable = ada.unreadable(MediaKind.VIDEO, 60);

    Answer answer = Call.of("GET", "/media/" + unreadable).send();

    assertThat(answer.json().path("status").asText()).as(answer.body()).isEqualTo("unreadable");
    assertThat(answer.json().at("/original/fileName").asText()).isEqualTo("a.jpg");
    assertThat(Call.of("GET", "/media").send().json().path("items").findValuesAsText("id"))
        .containsExactly(readable.value(), unreadable.value());
  }

  @Test
  void anUploadIsAwaitedThenQueued() {
    String ticket =
        Call.of("POST", "/uploads")
            .json("{\"fileName\": \"a.jpg\", \"contentType\": \"image/jpeg\", \"size\": 1}")
            .send()
            .json()
            .path("id")
            .asText();
    assertThat(status(ticket)).isEqualTo("awaiting-upload");

    assertThat(status(ada.queued(MediaKind.IMAGE, 1).value())).isEqualTo("queued");
  }

  @Test
  void aListingGoesOnWhereItEnded() {
    var all = new ArrayList<String>();
    for (int age = 1; age <= 5; age++) {
      all.add(ada.completed(MediaKind.IMAGE, age).value());
    }

    Answer first = Call.of("GET", "/media?limit=3").send();
    Answer second =
        Call.of("GET", "/media?limit=3&cursor=" + first.json().path("next").asText()).send();

    var listed = new ArrayList<String>();
    first.json().path("items").forEach(item -> listed.add(item.path("id").asText()));
    second.json().path("items").forEach(item -> listed.add(item.path("id").asText()));
    assertThat(listed).isEqualTo(all);
    assertThat(second.json().has("next")).isFalse();
    assertThat(first.json().at("/items/0/preview/name").asText()).isEqualTo("small");
  }

  @Test
  void aListingsParametersAreCheckedTogether() {
    Answer answer = Call.of("GET", "/media?kind=audio&status=lost&limit=0&cursor=x").send();

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("errors").findValuesAsText("field"))
        .containsExactly("kind", "status", "limit", "cursor");
  }

  @Test
  void whatIsDeletedIsGone() {
    MediaId id = ada.completed(MediaKind.IMAGE, 60);

    assertThat(Call.of("DELETE", "/media/" + id).send().status()).isEqualTo(204);

    assertThat(store.keys("")).isEmpty();
    assertThat(Call.of("GET", "/media/" + id).send().status()).isEqualTo(404);
    assertThat(Call.of("DELETE", "/media/" + id).send().status()).isEqualTo(404);
  }

  @Test
  void whatIsProcessedAgainGoesToItsQueue() {
    MediaId id = ada.completed(MediaKind.VIDEO, 60);
    int before = queues.jobs().size();

    Answer answer = Call.of("POST", "/media/" + id + "/reprocess").send();

    assertThat(answer.status()).as(answer.body()).isEqualTo(202);
    assertThat(answer.headers()).containsEntry("Location", "/media/" + id);
    assertThat(answer.json().path("status").asText()).isEqualTo("queued");
    assertThat(queues.jobs()).hasSize(before + 1);
    assertThat(queues.jobs().getLast().kind()).isEqualTo(MediaKind.VIDEO);
    assertThat(queues.jobs().getLast().job().bucket()).isEqualTo("media");
  }

  @Test
  void whatIsSomebodyElsesIsNotThere() {
    MediaId id = ada.completed(MediaKind.IMAGE, 60);
    int objects = store.keys("").size();

    assertThat(Call.of("GET", "/media/" + id).as("eve").send().status()).isEqualTo(404);
    assertThat(Call.of("DELETE", "/media/" + id).as("eve").send().status()).isEqualTo(404);
    assertThat(Call.of("POST", "/media/" + id + "/reprocess").as("eve").send().status())
        .isEqualTo(404);
    assertThat(Call.of("GET", "/media").as("eve").send().json().path("items")).isEmpty();
    assertThat(store.keys("")).hasSize(objects);
  }

  @Test
  void nothingIsToldOrDoneForWhoeverHasNotSignedIn() {
    MediaId id = ada.completed(MediaKind.IMAGE, 60);

    for (Call call :
        List.of(
            Call.anonymous("GET", "/media"),
            Call.anonymous("POST", "/media"),
            Call.anonymous("GET", "/media/" + id),
            Call.anonymous("GET", "/media/" + id + "/playlists/stream.m3u8"),
            Call.anonymous("DELETE", "/media/" + id),
            Call.anonymous("POST", "/media/" + id + "/reprocess"),
            Call.anonymous("POST", "/uploads"))) {
      assertThat(call.json("{}").send().code()).isEqualTo("unauthenticated");
    }
    assertThat(store.keys("")).hasSize(4);
  }

  @Test
  void whatIsNoIdIsNotFound() {
    assertThat(Call.of("GET", "/media/nonsense").send().code()).isEqualTo("not-found");
    assertThat(Call.of("DELETE", "/media/..%2F..").send().code()).isEqualTo("not-found");
    assertThat(Call.of("POST", "/media/x/reprocess").send().code()).isEqualTo("not-found");
  }

  private static String status(String id) {
    return Call.of("GET", "/media/" + id).send().json().path("status").asText();
  }
}
