package dev.darkroom.upload.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.MediaKind;
import dev.darkroom.contract.Owner;
import dev.darkroom.contract.ProcessedKey;
import dev.darkroom.stage.store.PutOptions;
import dev.darkroom.upload.http.Checked;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MediaListingTest {
  private final Fixture fixture = new Fixture();
  private final Samples ada = fixture.samples;
  private final MediaListing listing =
      new MediaListing(fixture.store, fixture.finder, new Summaries(Fixture.presigner()));

  @Test
  void uploadsOfEveryKindAndStatusComeNewestFirstAndOnce() {
    MediaId third = ada.completed(MediaKind.VIDEO, 30);
    MediaId first = ada.queued(MediaKind.VIDEO, 10);
    MediaId fourth = ada.failed(MediaKind.IMAGE, 40);
    MediaId second = ada.queued(MediaKind.IMAGE, 20);

    MediaPage page = page(null, null, null, null);

    assertThat(page.items())
        .extracting(MediaSummary::id)
        .containsExactly(first, second, third, fourth);
    assertThat(page.items())
        .extracting(MediaSummary::status)
        .containsExactly(
            MediaStatus.QUEUED, MediaStatus.QUEUED, MediaStatus.COMPLETED, MediaStatus.FAILED);
    assertThat(page.next()).isNull();
  }

  @Test
  void pagesFollowEachOtherWithoutGapOrRepetition() {
    var all = new ArrayList<MediaId>();
    for (int age = 1; age <= 7; age++) {
      all.add(ada.completed(MediaKind.IMAGE, 2 * age));
      all.add(ada.queued(MediaKind.VIDEO, 2 * age + 1));
    }

    assertThat(everything(null, null, "3")).isEqualTo(all);
    assertThat(everything(null, null, "7")).isEqualTo(all);
    assertThat(everything(null, null, "14")).isEqualTo(all);
    assertThat(page(null, null, "14", null).next()).isNull();
  }

  @Test
  void filtersLeaveOutWhatDoesNotMatch() {
    MediaId waiting = ada.queued(MediaKind.IMAGE, 1);
    MediaId picture = ada.completed(MediaKind.IMAGE, 2);
    MediaId film = ada.completed(MediaKind.VIDEO, 3);
    MediaId broken = ada.failed(MediaKind.VIDEO, 4);

    assertThat(everything("image", null, null)).containsExactly(waiting, picture);
    assertThat(everything("video", null, null)).containsExactly(film, broken);
    assertThat(everything(null, "queued", null)).containsExactly(waiting);
    assertThat(everything(null, "failed", null)).containsExactly(broken);
    assertThat(everything("video", "completed", null)).containsExactly(film);
    assertThat(everything("image", "failed", null)).isEmpty();
  }

  @Test
  void anUploadWhoseStreamIsMadeIsListedWithItsPosterAndHowFarItIs() {
    MediaId waiting = ada.queued(MediaKind.VIDEO, 1);
    MediaId processing = ada.processing(2, 1);
    MediaId finished = ada.completed(MediaKind.VIDEO, 3);

    assertThat(everything(null, null, null)).containsExactly(waiting, processing, finished);
    assertThat(everything(null, "queued", null)).containsExactly(waiting);
    assertThat(everything(null, "processing", null)).containsExactly(processing);
    MediaSummary item = page("video", "processing", null, null).items().getFirst();
    assertThat(item.status()).isEqualTo(MediaStatus.PROCESSING);
    assertThat(item.progress()).isEqualTo(new MediaState.Progress(1, 3));
    assertThat(item.preview()).extracting(MediaSummary.Preview::name).isEqualTo("poster");
  }

  @Test
  void anUnreadableUploadIsListedAmongTheOthers() {
    MediaId readable = ada.completed(MediaKind.IMAGE, 1);
    MediaId unreadable = ada.unreadable(MediaKind.VIDEO, 2);
    MediaId dropped = ada.id(3);
    fixture.store.put(
        ProcessedKey.manifest(fixture.ada, dropped).key(), PutOptions.json(), new byte[0]);

    assertThat(everything(null, null, null)).containsExactly(readable, unreadable, dropped);
    assertThat(everything("video", "unreadable", null)).containsExactly(unreadable);
    assertThat(page(null, "unreadable", null, null).items())
        .extracting(MediaSummary::fileName)
        .containsExactly("a.jpg", null);
  }

  @Test
  void aVideoThatWasSignedInAsAPictureIsAVideoOnceProcessed() {
    MediaId id = ada.id(5);
    ada.commit(MediaKind.VIDEO, id, ada.original(MediaKind.IMAGE, id), null);

    assertThat(everything("video", null, null)).containsExactly(id);
    assertThat(everything("image", null, null)).isEmpty();
  }

  @Test
  void aPageThatFilteredMuchEndsShortAndGoesOn() {
    for (int age = 1; age <= MediaListing.MAX_EXAMINED + 50; age++) {
      ada.completed(MediaKind.IMAGE, age);
    }
    MediaId old = ada.failed(MediaKind.IMAGE, 10_000);

    MediaPage first = page(null, "failed", "100", null);

    assertThat(first.items()).isEmpty();
    assertThat(first.next()).isNotNull();
    assertThat(everything(null, "failed", "100")).containsExactly(old);
  }

  @Test
  void outputsWithoutManifestOrOriginalAndOtherFoldersAreNoUploads() {
    MediaId half = ada.id(1);
    String output = new ProcessedKey(fixture.ada, half, "large.jpg").key();
    fixture.store.put(output, PutOptions.json(), new byte[1]);
    fixture.store.put(
        "originals/image/" + fixture.ada + "/holiday/a.jpg", PutOptions.json(), new byte[1]);
    fixture.store.put("originals/image/" + fixture.ada + "/b.jpg", PutOptions.json(), new byte[1]);

    assertThat(everything(null, null, null)).isEmpty();
  }

  @Test
  void othersUploadsAreNotSeen() {
    new Samples(fixture.store, Owner.ofSubject("ad")).completed(MediaKind.IMAGE, 1);
    new Samples(fixture.store, Owner.ofSubject("ada2")).queued(MediaKind.IMAGE, 1);
    MediaId own = ada.completed(MediaKind.IMAGE, 2);

    assertThat(everything(null, null, null)).containsExactly(own);
  }

  private List<MediaId> everything(
      @Nullable String kind, @Nullable String status, @Nullable String limit) {
    var ids = new ArrayList<MediaId>();
    MediaPage page = page(kind, status, limit, null);
    page.items().forEach(item -> ids.add(item.id()));
    while (page.next() != null) {
      page = page(kind, status, limit, page.next());
      page.items().forEach(item -> ids.add(item.id()));
    }
    return ids;
  }

  private MediaPage page(
      @Nullable String kind,
      @Nullable String status,
      @Nullable String limit,
      @Nullable String cursor) {
    return switch (MediaQuery.of(kind, status, limit, cursor)) {
      case Checked.Valid(var query) -> listing.page(fixture.ada, query);
      case Checked.Invalid(var errors) -> throw new AssertionError(errors);
    };
  }
}
