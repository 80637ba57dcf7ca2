package dev.darkroom.upload.media;

import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.MediaKind;
import dev.darkroom.contract.OriginalKey;
import dev.darkroom.contract.Owner;
import dev.darkroom.contract.ProcessedKey;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.stage.store.Parallel;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lists an owner's uploads, newest first.
 *
 * <p>An upload has an original, outputs or both, so three ascending listings of the bucket are
 * merged. Each upload's manifest is read before a filter applies; a page therefore ends after
 * looking at about {@link #MAX_EXAMINED} uploads, and may have a next page although it has few
 * items or none.
 */
@Singleton
final class MediaListing {
  static final int MAX_EXAMINED = 200;

  private final ObjectStore store;
  private final MediaFinder finder;
  private final Summaries summaries;

  MediaListing(ObjectStore store, MediaFinder finder, Summaries summaries) {
    this.store = store;
    this.finder = finder;
    this.summaries = summaries;
  }

  MediaPage page(Owner owner, MediaQuery query) {
    NewestFirst ids = ids(owner, query);
    var items = new ArrayList<MediaSummary>();
    Optional<MediaId> last = Optional.empty();
    for (int examined = 0; examined < MAX_EXAMINED && ids.hasNext(); examined += query.limit()) {
      List<MediaId> batch = ids.next(query.limit());
      List<MediaState> states = Parallel.map(batch, id -> finder.find(owner, id));
      for (int i = 0; i < batch.size(); i++) {
        last = Optional.of(batch.get(i));
        summaries.of(states.get(i)).filter(item -> matches(item, query)).ifPresent(items::add);
        if (items.size() == query.limit()) {
          return MediaPage.of(items, last, i + 1 < batch.size() || ids.hasNext());
        }
      }
    }
    return MediaPage.of(items, last, ids.hasNext());
  }

  private static boolean matches(MediaSummary item, MediaQuery query) {
    return query.kind().map(kind -> kind == item.kind()).orElse(true)
        && query.status().map(status -> status == item.status()).orElse(true);
  }

  private NewestFirst ids(Owner owner, MediaQuery query) {
    int pageSize = query.limit() + 1;
    return new NewestFirst(
        Parallel.map(
            prefixes(owner, query),
            prefix -> {
              var listing = new IdListing(store, prefix, query.after(), pageSize);
              listing.peek();
              return listing;
            }));
  }

  /** Selects the prefixes that can hold a match. Outputs count without an original too. */
  private static List<String> prefixes(Owner owner, MediaQuery query) {
    var prefixes = new ArrayList<String>();
    Optional<MediaStatus> status = query.status();
    if (status.isEmpty() || status.get() != MediaStatus.QUEUED) {
      prefixes.add(ProcessedKey.prefix(owner));
    }
    if (status.isEmpty() || status.get() == MediaStatus.QUEUED) {
      for (MediaKind kind : MediaKind.values()) {
        if (query.kind().isEmpty() || query.kind().get() == kind) {
          prefixes.add(OriginalKey.prefix(kind, owner));
        }
      }
    }
    return prefixes;
  }
}
