package dev.darkroom.reconcile.walk;

import dev.darkroom.stage.batch.Deadline;
import dev.darkroom.stage.store.ObjectPage;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.stage.store.StoredObject;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Lists the objects below a prefix one by one, and fetches the next page when it is needed. Places
 * in the listing are keys without the prefix.
 */
final class Listed {
  private static final int PAGE = 1000;
  private static final String END = String.valueOf(Character.MAX_VALUE);

  private final ObjectStore store;
  private final String prefix;
  private final Deadline deadline;
  private String after;
  private String taken;
  private Iterator<StoredObject> page = List.<StoredObject>of().iterator();
  private boolean more = true;
  private @Nullable StoredObject next;

  /**
   * @param after place after which to begin; empty for the start
   */
  Listed(ObjectStore store, String prefix, String after, Deadline deadline) {
    this.store = store;
    this.prefix = prefix;
    this.after = after.isEmpty() ? "" : prefix + after;
    this.taken = after;
    this.deadline = deadline;
  }

  /**
   * Returns the next object without taking it; empty at the end.
   *
   * @throws TimeoutException if another page is needed and the deadline has passed
   */
  Optional<StoredObject> peek() throws TimeoutException {
    while (next == null && (page.hasNext() || more)) {
      if (page.hasNext()) {
        next = page.next();
      } else {
        fetch();
      }
    }
    return Optional.ofNullable(next);
  }

  /** Takes the object that was returned last. */
  void take() {
    if (next != null) {
      taken = next.key().substring(prefix.length());
    }
    next = null;
  }

  /** The place of the object that was taken last; after all others at the end. */
  String place() {
    return next == null && !more && !page.hasNext() ? END : taken;
  }

  private void fetch() throws TimeoutException {
    deadline.check();
    ObjectPage fetched = store.objects(prefix, after, PAGE);
    page = fetched.objects().iterator();
    more = fetched.truncated() && page.hasNext();
    if (more) {
      after = fetched.objects().getLast().key();
    }
  }
}
