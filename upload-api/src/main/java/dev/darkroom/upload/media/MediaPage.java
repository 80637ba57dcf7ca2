package dev.darkroom.upload.media;

import dev.darkroom.contract.MediaId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A part of a listing.
 *
 * @param items newest first; with a filter there may be none though there is a next
 * @param next cursor of the next part; absent at the end
 */
record MediaPage(List<MediaSummary> items, @Nullable String next) {
  MediaPage {
    items = List.copyOf(items);
  }

  static MediaPage of(List<MediaSummary> items, Optional<MediaId> last, boolean more) {
    return new MediaPage(items, more ? last.map(Cursor::behind).orElse(null) : null);
  }
}
