package dev.darkroom.upload.media;

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
import dev.darkroom.stage.stream.Contents;
import dev.darkroom.stage.stream.UnreadableWorkException;
import dev.darkroom.stage.stream.WorkFolder;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Finds the work on an upload whose stream is not finished. */
@Singleton
final class WorkFinder {
  private static final Logger LOG = Logger.getLogger(WorkFinder.class);

  /** Folders to look into. Several are open only while somebody asks to process it again. */
  private static final int MAX_FOLDERS = 8;

  private final ObjectStore store;

  WorkFinder(ObjectStore store) {
    this.store = store;
  }

  /** Finds the work on the newest version, as far as it is; empty if none is under way. */
  Optional<MediaState.Processing> find(Owner owner, MediaId id) {
    return folders(owner, id).entrySet().stream()
        .filter(folder -> folder.getValue().open())
        .limit(MAX_FOLDERS)
        .flatMap(folder -> processing(owner, id, folder.getKey(), folder.getValue()).stream())
        .filter(work -> isCurrent(work.draft().original()))
        .reduce((a, b) -> Version.of(b.draft()).supersedes(a.draft()) ? b : a);
  }

  /** Finds the keys of the originals of all work, even if it has ended without a result. */
  List<String> originalKeys(Owner owner, MediaId id) {
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

  private Optional<MediaState.Processing> processing(
      Owner owner, MediaId id, String generation, Contents contents) {
    return draft(owner, id, generation)
        .flatMap(
            draft ->
                readable(id, new WorkFolder(store, owner, id, generation)::plan)
                    .map(plan -> new MediaState.Processing(draft, progress(plan, contents))));
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

  private static MediaState.Progress progress(StreamPlan plan, Contents contents) {
    return new MediaState.Progress(Math.min(contents.parts(), plan.parts()), plan.parts());
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
