package dev.darkroom.stage.store;

import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.Owner;
import dev.darkroom.contract.WorkKey;
import java.util.List;
import java.util.Set;

/**
 * Ends unfinished work on an upload, which is wanted as long as its plan is there.
 *
 * <p>Whoever ends it deletes the plan first, then lists and deletes until nothing is left; whoever
 * adds to it lists afterwards, and deletes what it added if the plan is gone. One of the two always
 * sees the other, so nothing is left behind.
 */
public final class UnfinishedWork {
  private UnfinishedWork() {}

  static boolean isPlan(String key) {
    return WorkKey.parse(key).filter(it -> it.name().equals(WorkKey.PLAN)).isPresent();
  }

  /**
   * Deletes all work for a generation of outputs.
   *
   * @param generation see {@link Version#generation()}
   */
  public static void end(ObjectStore store, Owner owner, MediaId id, String generation) {
    end(store, owner, id, generation, Set.of());
  }

  /**
   * Deletes work for a generation of outputs.
   *
   * @param except names of what stays
   */
  public static void end(
      ObjectStore store, Owner owner, MediaId id, String generation, Set<String> except) {
    store.delete(List.of(new WorkKey(owner, id, generation, WorkKey.PLAN).key()));
    String prefix = WorkKey.prefix(owner, id, generation);
    List<String> keys;
    do {
      keys =
          store.keys(prefix).stream()
              .filter(key -> !except.contains(key.substring(prefix.length())))
              .toList();
      store.delete(keys);
    } while (!keys.isEmpty());
  }
}
