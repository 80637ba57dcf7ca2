package dev.darkroom.upload.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.contract.FileName;
import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.MediaKind;
import dev.darkroom.contract.OriginalKey;
import dev.darkroom.contract.Owner;
import org.junit.jupiter.api.Test;

class MediaFinderTest {
  private final Fixture fixture = new Fixture();
  private final Samples ada = fixture.samples;

  @Test
  void aManifestSaysHowItEnded() {
    assertThat(find(ada.completed(MediaKind.IMAGE, 60))).isInstanceOf(MediaState.Processed.class);
    assertThat(find(ada.failed(MediaKind.VIDEO, 60))).isInstanceOf(MediaState.Processed.class);
  }

  @Test
  void anOriginalWithoutAManifestIsQueued() {
    assertThat(find(ada.queued(MediaKind.VIDEO, 60))).isInstanceOf(MediaState.Queued.class);
  }

  @Test
  void anIdWithATicketIsAwaitedAsLongAsItsUploadMayBegin() {
    assertThat(find(ticket(14))).isInstanceOf(MediaState.AwaitingUpload.class);
    assertThat(find(ticket(15))).isInstanceOf(MediaState.Unknown.class);
    assertThat(find(ticket(-1))).isInstanceOf(MediaState.Unknown.class);
  }

  @Test
  void anIdWithoutATicketIsNotAwaited() {
    assertThat(find(ada.id(1))).isInstanceOf(MediaState.Unknown.class);
  }

  @Test
  void somebodyElsesTicketAwaitsNothing() {
    MediaId id = ada.id(1);
    fixture.tickets.open(key(Owner.ofSubject("eve"), id));

    assertThat(find(id)).isInstanceOf(MediaState.Unknown.class);
  }

  @Test
  void whatIsSomebodyElsesIsUnknown() {
    var eve = new Samples(fixture.store, Owner.ofSubject("eve"));

    assertThat(find(eve.completed(MediaKind.IMAGE, 60))).isInstanceOf(MediaState.Unknown.class);
    assertThat(find(eve.queued(MediaKind.IMAGE, 60))).isInstanceOf(MediaState.Unknown.class);
    assertThat(find(eve.processing(60, 1))).isInstanceOf(MediaState.Unknown.class);
  }

  private MediaId ticket(int minutesAgo) {
    MediaId id = ada.id(minutesAgo);
    fixture.tickets.open(key(fixture.ada, id));
    return id;
  }

  private static OriginalKey key(Owner owner, MediaId id) {
    return OriginalKey.of(MediaKind.IMAGE, owner, id, new FileName("a.jpg"));
  }

  private MediaState find(MediaId id) {
    return fixture.finder.find(fixture.ada, id);
  }
}
