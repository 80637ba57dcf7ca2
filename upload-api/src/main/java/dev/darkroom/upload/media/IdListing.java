package dev.darkroom.upload.media;

import dev.darkroom.contract.MediaId;
import dev.darkroom.stage.store.Listing;
import dev.darkroom.stage.store.ObjectStore;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Lists the ids of the folders directly below a prefix, newest first, a page at a time. */
final class IdListing {
  private final ObjectStore store;
  private final String prefix;
  private final int pageSize;
  private final Queue<MediaId> ids = new ArrayDeque<>();
  private String after;
  private boolean more = true;

  /**
   * @param prefix with its trailing slash
   * @param after lists older ids only
   */
  IdListing(ObjectStore store, String prefix, Optional<MediaId> after, int pageSize) {
    this.store = store;
    this.prefix = prefix;
    this.pageSize = pageSize;
    this.after = after.map(id -> past(prefix + id + "/")).orElse("");
  }

  /** The next id without taking it; null at the end. */
  @Nullable MediaId peek() {
    while (ids.isEmpty() && more) {
      list();
    }
    return ids.peek();
  }

  void take() {
    ids.remove();
  }

  private void list() {
    Listing page = store.list(prefix, after, pageSize);
    for (String folder : page.folders()) {
      String name = folder.substring(prefix.length(), folder.length() - 1);
      if (MediaId.isValid(name)) {
        ids.add(new MediaId(name));
      }
      after = max(after, past(folder));
    }
    for (String key : page.keys()) {
      after = max(after, key);
    }
    more = page.truncated();
  }

  /** The least key after all of a folder's: {@code 0} is the character after the slash. */
  private static String past(String folder) {
    return folder.substring(0, folder.length() - 1) + "0";
  }

  private static String max(String a, String b) {
    return a.compareTo(b) >= 0 ? a : b;
  }
}
