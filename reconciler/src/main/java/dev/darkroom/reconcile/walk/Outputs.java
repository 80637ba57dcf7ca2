package dev.darkroom.reconcile.walk;

import dev.darkroom.contract.ProcessedKey;
import dev.darkroom.contract.WorkKey;
import dev.darkroom.stage.announce.Markers;
import dev.darkroom.stage.store.StoredObject;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was made of an upload, as listings show it.
 *
 * @param manifest absent if it is not finished
 * @param marker tells how far the manifest's announcement is; absent if it was not begun
 * @param newest when any of it was written last; absent if there is nothing
 * @param work when the unfinished work was changed last, by its generation
 */
public record Outputs(
    Optional<StoredObject> manifest,
    Optional<StoredObject> marker,
    Optional<Instant> newest,
    Map<String, Instant> work) {

  public Outputs {
    work = Map.copyOf(work);
  }

  /** Gathers the objects of one upload, of which there may be many. */
  static final class Builder {
    /** More are looked at when these have ended. */
    private static final int MAX_GENERATIONS = 100;

    private @Nullable StoredObject manifest;
    private @Nullable StoredObject marker;
    private @Nullable Instant newest;
    private final Map<String, Instant> work = new HashMap<>();

    void add(StoredObject object) {
      newest = later(newest, object.lastModified());
      String name = ProcessedKey.parse(object.key()).map(ProcessedKey::name).orElse("");
      switch (name) {
        case ProcessedKey.MANIFEST -> manifest = object;
        case Markers.NAME -> marker = object;
        default -> WorkKey.parse(object.key()).ifPresent(it -> addWork(it.generation(), object));
      }
    }

    private void addWork(String generation, StoredObject object) {
      if (work.size() < MAX_GENERATIONS || work.containsKey(generation)) {
        work.merge(generation, object.lastModified(), Builder::later);
      }
    }

    private static Instant later(@Nullable Instant a, Instant b) {
      return a == null || a.isBefore(b) ? b : a;
    }

    Outputs build() {
      return new Outputs(
          Optional.ofNullable(manifest),
          Optional.ofNullable(marker),
          Optional.ofNullable(newest),
          work);
    }
  }
}
