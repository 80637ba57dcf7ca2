package dev.darkroom.upload.media;

import dev.darkroom.contract.MediaId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A page of a listing.
 *
 * @param items newest first; with a filter a page may be empty and still have a next one
 * @param next cursor of the next page; absent on the last
 */
record MediaPage(List<MediaSummary> items, @Nullable String next) {
  MediaPage {
    items = List.copyOf(items);
  }

  static MediaPage of(List<MediaSummary> items, Optional<MediaId> last, boolean more) {
    return new MediaPage(items, more ? last.map(Cursor::after).orElse(null) : null);
  }
}
