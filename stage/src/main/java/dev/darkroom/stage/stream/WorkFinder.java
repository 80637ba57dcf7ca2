package dev.darkroom.stage.stream;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.Owner;
import dev.darkroom.contract.WorkKey;
import dev.darkroom.contract.stream.StreamPlan;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.stage.store.Version;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Finds the work on an upload whose stream is not finished. */
public final class WorkFinder {
  private static final Logger LOG = Logger.getLogger(WorkFinder.class);

  /** Folders to look into. Several are open only while somebody asks to process it again. */
  private static final int MAX_FOLDERS = 8;

  private final ObjectStore store;

  public WorkFinder(ObjectStore store) {
    this.store = store;
  }

  /**
   * Work that is under way.
   *
   * @param draft the manifest as it would be without a stream
   * @param done parts that are there
   * @param total parts of the plan
   */
  public record Work(Manifest draft, int done, int total) {}

  /** Finds the work on the newest version, as far as it is; empty if none is under way. */
  public Optional<Work> find(Owner owner, MediaId id) {
    return folders(owner, id).entrySet().stream()
        .filter(folder -> folder.getValue().open())
        .limit(MAX_FOLDERS)
        .flatMap(folder -> work(owner, id, folder.getKey(), folder.getValue()).stream())
        .filter(work -> isCurrent(work.draft().original()))
        .reduce((a, b) -> Version.of(b.draft()).supersedes(a.draft()) ? b : a);
  }

  /** Finds the keys of the originals of all work, even if it has ended without a result. */
  public List<String> originalKeys(Owner owner, MediaId id) {
    return folders(owner, id).keySet().stream()
        .limit(MAX_FOLDERS)
        .flatMap(generation -> draft(owner, id, generation).stream())
        .map(draft -> draft.original().key())
        .distinct()
        .toList();
  }

  /** All folders by their generations, by one listing. */
  private Map<String, Contents> folders(Owner owner, MediaId id) {
    return store.keys(WorkKey.prefix(owner, id)).stream()
        .flatMap(key -> WorkKey.parse(key).stream())
        .collect(
            groupingBy(
                WorkKey::generation,
                collectingAndThen(mapping(WorkKey::key, toList()), Contents::of)));
  }

  private Optional<Work> work(Owner owner, MediaId id, String generation, Contents contents) {
    return draft(owner, id, generation)
        .flatMap(
            draft ->
                readable(id, new WorkFolder(store, owner, id, generation)::plan)
                    .map(plan -> work(draft, plan, contents)));
  }

  private Optional<Manifest> draft(Owner owner, MediaId id, String generation) {
    return readable(id, new WorkFolder(store, owner, id, generation)::draft)
        .filter(draft -> belongs(draft, owner, id, generation));
  }

  private static <T> Optional<T> readable(MediaId id, Supplier<Optional<T>> document) {
    try {
      return document.get();
    } catch (UnreadableWorkException e) {
      LOG.warnf(e, "the work on %s cannot be read", id);
      return Optional.empty();
    }
  }

  private static Work work(Manifest draft, StreamPlan plan, Contents contents) {
    return new Work(draft, Math.min(contents.parts(), plan.parts()), plan.parts());
  }

  private static boolean belongs(Manifest draft, Owner owner, MediaId id, String generation) {
    return draft.owner().equals(owner)
        && draft.id().equals(id)
        && Version.of(draft).generation().equals(generation);
  }

  private boolean isCurrent(Manifest.Original original) {
    return store
        .original(original.key())
        .filter(info -> info.etag().equals(original.etag()))
        .isPresent();
  }
}
