package dev.darkroom.upload.media;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.Owner;
import dev.darkroom.contract.ProcessedKey;
import dev.darkroom.contract.Rendition;
import dev.darkroom.stage.store.InMemoryObjectStore;
import dev.darkroom.stage.store.PutOptions;
import dev.darkroom.upload.link.Presigner;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlaylistsTest {
  private static final Owner ADA = Owner.ofSubject("ada");
  private static final MediaId ID = new MediaId("7zd2wz6bkg4r9s5m8n3v0c1xae");
  private static final String MP4 = "video/mp4";

  private final InMemoryObjectStore store = new InMemoryObjectStore();
  private final Presigner presigner = Fixture.presigner();
  private final Playlists playlists = new Playlists(store, presigner);
  private final List<Rendition> renditions = new ArrayList<>();

  @Test
  void theMastersVariantsAndCaptionsLeadToTheApi() {
    playlist("stream-720", "stream-720-a-1.m3u8", "#EXTM3U\n");
    playlist("captions-de", "captions-de-a-1.m3u8", "#EXTM3U\n");
    playlist(
        "stream",
        "stream-a-1.m3u8",
        """
        #EXTM3U
        #EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="text",NAME="Deutsch",URI="captions-de-a-1.m3u8",LANGUAGE="de"
        #EXT-X-STREAM-INF:BANDWIDTH=2400000,CODECS="avc1.64001f,mp4a.40.2",SUBTITLES="text"
        stream-720-a-1.m3u8
        """);

    assertThat(text("stream.m3u8"))
        .isEqualTo(
            """
            #EXTM3U
            #EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="text",NAME="Deutsch",URI="captions-de.m3u8",LANGUAGE="de"
            #EXT-X-STREAM-INF:BANDWIDTH=2400000,CODECS="avc1.64001f,mp4a.40.2",SUBTITLES="text"
            stream-720.m3u8
            """);
  }

  @Test
  void theSegmentsAreRangesOfOnePresignedLink() {
    rendition("stream-720", key("stream-720-b-1.mp4"), MP4);
    rendition("video", key("stream-720-b-1.mp4"), MP4);
    playlist(
        "stream-720",
        "stream-720-a-1.m3u8",
        """
        #EXTM3U
        #EXT-X-MAP:URI="stream-720-b-1.mp4",BYTERANGE="812@0"
        #EXTINF:4.00000,
        #EXT-X-BYTERANGE:1000@812
        stream-720-b-1.mp4
        #EXTINF:4.00000,
        #EXT-X-BYTERANGE:1000@1812
        stream-720-b-1.mp4
        #EXT-X-ENDLIST
        """);

    List<String> lines = text("stream-720.m3u8").lines().toList();
    String link = lines.get(4);

    assertThat(link)
        .startsWith("http://127.0.0.1:1/media/" + key("stream-720-b-1.mp4") + "?")
        .contains("X-Amz-Expires=3600")
        .contains("response-content-type=video%2Fmp4");
    assertThat(lines)
        .containsExactly(
            "#EXTM3U",
            "#EXT-X-MAP:URI=\"" + link + "\",BYTERANGE=\"812@0\"",
            "#EXTINF:4.00000,",
            "#EXT-X-BYTERANGE:1000@812",
            link,
            "#EXTINF:4.00000,",
            "#EXT-X-BYTERANGE:1000@1812",
            link,
            "#EXT-X-ENDLIST");
  }

  @Test
  void rangesOfAnOriginalThatServesItselfAreLinksToIt() {
    String original = "originals/video/" + ADA + "/" + ID + "/am meer.mp4";
    rendition("stream", original, MP4);
    String reference = "../../../" + original.replace(" ", "%20");
    playlist("stream", "stream-a-1.m3u8", "#EXTM3U\n" + reference + "\n");

    assertThat(text("stream.m3u8"))
        .contains("/media/originals/video/" + ADA + "/" + ID + "/am%20meer.mp4?");
  }

  @Test
  void filesThatAreNoRenditionsAreNotSigned() {
    String others = "../../_eve/" + ID + "/stream-720-b-1.mp4";
    String stored = "#EXTM3U\n" + others + "\nmanifest.json\nhttps://example.com/a\n%zz\n";
    playlist("stream", "stream-a-1.m3u8", stored);

    assertThat(text("stream.m3u8")).isEqualTo(stored);
  }

  @Test
  void anUploadWithoutAPlaylistOfTheNameHasNone() {
    rendition("poster", key("poster-a-1.jpg"), "image/jpeg");
    playlist("stream", "stream-a-1.m3u8", "#EXTM3U\n");
    store.delete(List.of(key("stream-a-1.m3u8")));

    assertThat(code("stream.m3u8")).isEqualTo(ErrorCode.NOT_FOUND);
    assertThat(code("stream")).isEqualTo(ErrorCode.NOT_FOUND);
    assertThat(code("poster.m3u8")).isEqualTo(ErrorCode.NOT_FOUND);
  }

  @Test
  void aPlaylistOfEndlessLengthIsRefusedBeforeItIsReadOrWritten() {
    playlist("stream", "stream-a-1.m3u8", "#".repeat((4 << 20) + 1));
    rendition("video", key("v.mp4"), MP4);
    playlist("stream-720", "stream-720-a-1.m3u8", "v.mp4\n".repeat(200_000));

    assertThat(code("stream.m3u8")).isEqualTo(ErrorCode.TOO_LARGE);
    assertThat(code("stream-720.m3u8")).isEqualTo(ErrorCode.TOO_LARGE);
  }

  private void playlist(String name, String file, String text) {
    store.put(key(file), PutOptions.text(), text.getBytes(UTF_8));
    rendition(name, key(file), "application/vnd.apple.mpegurl");
  }

  private void rendition(String name, String key, String contentType) {
    renditions.add(new Rendition(name, key, contentType, 1280, 720, 1));
  }

  private static String key(String file) {
    return new ProcessedKey(ADA, ID, file).key();
  }

  private String text(String file) {
    return switch (playlists.find(renditions, file)) {
      case Playlists.Found.Playlist(String text) -> text;
      case Playlists.Found.Refused(var reason) -> throw new AssertionError(reason);
    };
  }

  private ErrorCode code(String file) {
    return switch (playlists.find(renditions, file)) {
      case Playlists.Found.Playlist(String text) -> throw new AssertionError(text);
      case Playlists.Found.Refused(var reason) -> reason.code();
    };
  }
}
