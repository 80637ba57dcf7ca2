package dev.darkroom.reconcile.walk;

import dev.darkroom.contract.MediaKind;
import dev.darkroom.contract.OriginalKey;
import dev.darkroom.contract.ProcessedKey;
import dev.darkroom.stage.batch.Deadline;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.stage.store.StoredObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds uploads by listing. Originals, outputs and notes are listed side by side: all have owner
 * and id in front, so that each list is in the same order, and an upload's objects in all of them
 * come at the same time. Originals at other keys are left out.
 */
public final class Uploads {
  /** Comes right after the slash in the order of keys. */
  private static final String AFTER_FOLDER = "0";

  private final List<Source> originals;
  private final Source outputs;
  private final Source notes;

  private String place;

  private Uploads(List<Source> originals, Source outputs, Source notes, String place) {
    this.originals = originals;
    this.outputs = outputs;
    this.notes = notes;
    this.place = place;
  }

  /**
   * Lists all uploads.
   *
   * @param after place after which to begin; empty for the start
   */
  public static Uploads after(ObjectStore store, String after, Deadline deadline) {
    Function<String, Listed> below = prefix -> new Listed(store, prefix, after, deadline);
    return new Uploads(
        Stream.of(MediaKind.values())
            .map(kind -> new Source(below.apply(prefix(kind)), Folder::ofOriginal))
            .toList(),
        new Source(below.apply(ProcessedKey.PREFIX), Folder::ofOutput),
        new Source(below.apply(Notes.PREFIX), Notes::folder),
        after);
  }

  private static String prefix(MediaKind kind) {
    return OriginalKey.PREFIX + kind + "/";
  }

  /**
   * Takes the next upload; empty at the end.
   *
   * @throws TimeoutException if the deadline has passed
   */
  public Optional<Upload> next() throws TimeoutException {
    Optional<Folder> first;
    try {
      first = first();
    } catch (TimeoutException e) {
      // What was left out on the way counts, or a run could end where it began.
      String skipped =
          sources().stream().map(it -> it.listed.place()).min(String::compareTo).orElseThrow();
      place = skipped.compareTo(place) > 0 ? skipped : place;
      throw e;
    }
    if (first.isEmpty()) {
      return Optional.empty();
    }
    Upload upload = take(first.get());
    place = first.get() + AFTER_FOLDER;
    return Optional.of(upload);
  }

  /** The place after all uploads that were taken. */
  public String place() {
    return place;
  }

  private Optional<Folder> first() throws TimeoutException {
    Folder first = null;
    for (Source source : sources()) {
      Folder folder = source.folder().orElse(null);
      if (folder != null && (first == null || folder.compareTo(first) < 0)) {
        first = folder;
      }
    }
    return Optional.ofNullable(first);
  }

  private List<Source> sources() {
    var sources = new ArrayList<>(originals);
    sources.add(outputs);
    sources.add(notes);
    return sources;
  }

  private Upload take(Folder folder) throws TimeoutException {
    var found = new Originals();
    for (Source source : originals) {
      source.takeAll(folder, found::add);
    }
    var made = new Outputs.Builder();
    outputs.takeAll(folder, made::add);
    var note = new ArrayList<StoredObject>();
    notes.takeAll(folder, note::add);
    return new Upload(folder, found.newest(), made.build(), note.stream().findFirst());
  }

  /**
   * Looks at one upload.
   *
   * @throws TimeoutException if the deadline has passed
   */
  public static Upload find(ObjectStore store, Folder folder, Deadline deadline)
      throws TimeoutException {
    var found = new Originals();
    for (MediaKind kind : MediaKind.values()) {
      all(new Listed(store, folder.originals(kind), "", deadline), found::add);
    }
    var made = new Outputs.Builder();
    all(new Listed(store, folder.outputs(), "", deadline), made::add);
    return new Upload(folder, found.newest(), made.build(), new Notes(store).find(folder));
  }

  private static void all(Listed listed, Consumer<StoredObject> taker) throws TimeoutException {
    for (Optional<StoredObject> object = listed.peek();
        object.isPresent();
        object = listed.peek()) {
      taker.accept(object.get());
      listed.take();
    }
  }

  /** A listing whose keys tell folders. */
  private record Source(Listed listed, Function<String, Optional<Folder>> parser) {
    /** Returns the folder of the next object that has one; empty at the end. */
    Optional<Folder> folder() throws TimeoutException {
      for (Optional<StoredObject> next = listed.peek(); next.isPresent(); next = listed.peek()) {
        Optional<Folder> folder = parser.apply(next.get().key());
        if (folder.isPresent()) {
          return folder;
        }
        listed.take();
      }
      return Optional.empty();
    }

    void takeAll(Folder folder, Consumer<StoredObject> taker) throws TimeoutException {
      while (folder().filter(folder::equals).isPresent()) {
        taker.accept(listed.peek().orElseThrow());
        listed.take();
      }
    }
  }

  /** Keeps the newest original with content and the newest empty object, of however many. */
  private static final class Originals {
    private @Nullable StoredObject full;
    private @Nullable StoredObject empty;

    void add(StoredObject object) {
      if (object.size() > 0) {
        full = newer(full, object);
      } else {
        empty = newer(empty, object);
      }
    }

    private static StoredObject newer(@Nullable StoredObject a, StoredObject b) {
      return a == null || a.lastModified().isBefore(b.lastModified()) ? b : a;
    }

    List<StoredObject> newest() {
      return Stream.of(Optional.ofNullable(full), Optional.ofNullable(empty))
          .flatMap(Optional::stream)
          .sorted(Comparator.comparing(StoredObject::lastModified).reversed())
          .toList();
    }
  }
}
