package dev.darkroom.upload.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.MediaKind;
import dev.darkroom.contract.Owner;
import dev.darkroom.stage.store.InMemoryObjectStore;
import dev.darkroom.upload.door.Call.Answer;
import dev.darkroom.upload.media.Samples;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PlaylistTest {
  @Inject InMemoryObjectStore store;
  private Samples ada;

  @BeforeEach
  void emptyBucket() {
    store.delete(List.copyOf(store.keys("")));
    ada = new Samples(store, Owner.ofSubject("ada"));
  }

  @Test
  void aPlayerFindsItsWayFromTheUploadToTheFiles() {
    MediaId id = ada.streamed(1);

    String address = Call.of("GET", "/media/" + id).send().json().at("/renditions/0/url").asText();
    Answer master = Call.of("GET", address).send();
    Answer variant =
        Call.of("GET", address.replace("stream.m3u8", master.body().lines().toList().getLast()))
            .send();

    assertThat(address).isEqualTo("/media/" + id + "/playlists/stream.m3u8");
    assertThat(master.status()).as(master.body()).isEqualTo(200);
    assertThat(master.headers()).containsEntry("Content-Type", "application/vnd.apple.mpegurl");
    assertThat(master.headers()).containsEntry("Cache-Control", "no-store");
    assertThat(variant.body())
        .startsWith("#EXTM3U\n#EXTINF:4,\nhttp://127.0.0.1:1/media/processed/_ada/" + id)
        .contains("/stream-480.mp4?");
  }

  @Test
  void aLongPlaylistIsCompressedForPlayersThatAcceptIt() {
    String address = "/media/" + ada.streamed(1) + "/playlists/stream-480.m3u8";

    Answer answer = Call.of("GET", address).header("accept-encoding", "gzip").send();

    assertThat(answer.headers()).containsEntry("Content-Encoding", "gzip");
    assertThat(answer.body()).startsWith("#EXTM3U\n#EXTINF:4,\nhttp://");
  }

  @Test
  void thereIsNoneOfAnUploadWithoutAStreamOrOfSomebodyElse() {
    MediaId photo = ada.completed(MediaKind.IMAGE, 1);
    MediaId waiting = ada.queued(MediaKind.VIDEO, 2);
    MediaId video = ada.streamed(3);

    assertThat(code(Call.of("GET", stream(photo)))).isEqualTo("not-found");
    assertThat(code(Call.of("GET", stream(waiting)))).isEqualTo("not-found");
    assertThat(code(Call.of("GET", "/media/x/playlists/stream.m3u8"))).isEqualTo("not-found");
    assertThat(code(Call.of("GET", stream(video)).as("eve"))).isEqualTo("not-found");
    assertThat(code(Call.anonymous("GET", stream(video)))).isEqualTo("unauthenticated");
  }

  private static String stream(MediaId id) {
    return "/media/" + id + "/playlists/stream.m3u8";
  }

  private static String code(Call call) {
    return call.send().code();
  }
}
