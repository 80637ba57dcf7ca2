package dev.darkroom.upload.media;

import dev.darkroom.contract.MediaId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Merges listings into one that has each id once. */
record NewestFirst(List<IdListing> listings) {
  NewestFirst {
    listings = List.copyOf(listings);
  }

  boolean hasNext() {
    return least().isPresent();
  }

  /** Takes the next ids, at most this many. */
  List<MediaId> next(int count) {
    var ids = new ArrayList<MediaId>(count);
    while (ids.size() < count) {
      Optional<MediaId> next = least();
      if (next.isEmpty()) {
        break;
      }
      listings.stream()
          .filter(listing -> next.get().equals(listing.peek()))
          .forEach(IdListing::take);
      ids.add(next.get());
    }
    return ids;
  }

  private Optional<MediaId> least() {
    return listings.stream()
        .map(IdListing::peek)
        .filter(Objects::nonNull)
        .min(Comparator.comparing(MediaId::value));
  }
}
