package dev.darkroom.operate.results;

import dev.darkroom.contract.Owner;
import dev.darkroom.contract.ProcessedKey;
import dev.darkroom.stage.store.ObjectPage;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.stage.store.StoredObject;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/** Lists the manifests of an owner or of all, a handful at a time. */
public final class ResultWalk {
  private static final int PAGE = 1000;

  /** Number of uploads that are read at once: a walk that is cut off repeats no more. */
  private static final int HANDFUL = 16;

  private final ObjectStore store;
  private final String prefix;
  private final Queue<Listed> listed = new ArrayDeque<>();
  private String after;
  private boolean more = true;

  /**
   * A manifest that is there.
   *
   * @param at when it was written
   */
  public record Listed(ProcessedKey key, Instant at) {
    public Position position() {
      return Position.of(key);
    }
  }

  /**
   * @param after where an earlier walk has ended
   */
  public ResultWalk(ObjectStore store, Optional<Owner> owner, Optional<Position> after) {
    this.store = store;
    this.prefix = owner.map(ProcessedKey::prefix).orElse(ProcessedKey.PREFIX);
    this.after = after.map(Position::key).orElse("");
  }

  /** Takes the next manifests; none at the end. */
  public List<Listed> next() {
    while (listed.size() < HANDFUL && more) {
      list();
    }
    var handful = new ArrayList<Listed>(HANDFUL);
    while (handful.size() < HANDFUL && !listed.isEmpty()) {
      handful.add(listed.remove());
    }
    return handful;
  }

  private void list() {
    ObjectPage page = store.objects(prefix, after, PAGE);
    for (StoredObject object : page.objects()) {
      after = object.key();
      ProcessedKey.parse(object.key())
          .filter(ProcessedKey::isManifest)
          .ifPresent(key -> listed.add(new Listed(key, object.lastModified())));
    }
    more = page.truncated();
  }
}
