package dev.darkroom.stage.stream;

import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.OriginalKey;
import dev.darkroom.contract.Owner;
import dev.darkroom.contract.Rejection;
import dev.darkroom.contract.WorkKey;
import dev.darkroom.contract.stream.StreamPlan;
import dev.darkroom.contract.stream.StreamTask;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.stage.store.PutOptions;
import dev.darkroom.stage.store.Read;
import dev.darkroom.stage.store.UnfinishedWork;
import dev.darkroom.stage.store.Version;
import dev.darkroom.stage.store.Write;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The unfinished work on one version of an upload.
 *
 * <p>The folder is open while its plan is there. A part that is added to one that is no longer open
 * is deleted again, see {@link UnfinishedWork}.
 */
public final class WorkFolder {
  private static final String DRAFT = "draft.json";

  private final ObjectStore store;
  private final Owner owner;
  private final MediaId id;
  private final String generation;

  /**
   * @param generation of the outputs that the work is for, see {@link Version#generation()}
   */
  public WorkFolder(ObjectStore store, Owner owner, MediaId id, String generation) {
    this.store = store;
    this.owner = owner;
    this.id = id;
    this.generation = generation;
  }

  /** Returns the folder for the work on a version of an original. */
  public static WorkFolder of(ObjectStore store, OriginalKey original, Version version) {
    return new WorkFolder(store, original.owner(), original.id(), version.generation());
  }

  /** Returns all folders of an upload. */
  public static List<WorkFolder> all(ObjectStore store, Owner owner, MediaId id) {
    return store.keys(WorkKey.prefix(owner, id)).stream()
        .flatMap(key -> WorkKey.parse(key).stream())
        .map(WorkKey::generation)
        .distinct()
        .map(generation -> new WorkFolder(store, owner, id, generation))
        .toList();
  }

  /** Returns the key of an object in the folder. */
  public String key(String name) {
    return new WorkKey(owner, id, generation, name).key();
  }

  /**
   * Opens the folder. If it is open already, its plan stays, because parts of it may be there.
   *
   * @param draft the manifest as it would be without a stream
   * @return the plan that holds
   */
  public StreamPlan open(Manifest draft, StreamPlan plan) {
    store.put(key(DRAFT), PutOptions.json(), WorkJson.write(draft));
    return switch (store.putIfAbsent(key(WorkKey.PLAN), PutOptions.json(), WorkJson.write(plan))) {
      case Write.Written _ -> plan;
      case Write.Lost() ->
          plan()
              .orElseThrow(
                  () -> new IllegalStateException("the work was ended: " + key(WorkKey.PLAN)));
    };
  }

  /**
   * Reads the plan; empty if the folder is not open.
   *
   * @throws UnreadableWorkException if this version cannot read it
   */
  public Optional<StreamPlan> plan() {
    return read(WorkKey.PLAN).map(json -> WorkJson.read(json, StreamPlan.class));
  }

  /**
   * Reads the manifest as it would be without a stream.
   *
   * @throws UnreadableWorkException if this version cannot read it
   */
  public Optional<Manifest> draft() {
    return read(DRAFT).map(json -> WorkJson.read(json, Manifest.class));
  }

  /** Lists what is there. */
  public Contents contents() {
    return Contents.of(store.keys(WorkKey.prefix(owner, id, generation)));
  }

  /**
   * Stores a part, unless there is one: the bytes of a part never change.
   *
   * @param task whose result it is
   * @param objects keys of what the part refers to, which has no use without it
   * @return what is there now
   */
  public Contents put(StreamTask task, byte[] part, List<String> objects) {
    return put(key(Contents.part(task)), part, objects);
  }

  /**
   * Stores why a part can never be made.
   *
   * @return what is there now
   */
  public Contents fail(StreamTask task, Rejection reason) {
    return put(key(Contents.failure(task)), WorkJson.write(reason), List.of());
  }

  private Contents put(String key, byte[] bytes, List<String> objects) {
    store.putIfAbsent(key, PutOptions.binary(), bytes);
    Contents now = contents();
    if (!now.open()) {
      var unwanted = new ArrayList<>(objects);
      unwanted.add(key);
      store.delete(unwanted);
    }
    return now;
  }

  /** Reads why a part can never be made. */
  public Optional<Rejection> failure(StreamTask task) {
    return read(Contents.failure(task)).map(json -> WorkJson.read(json, Rejection.class));
  }

  /**
   * Ends the work before there is a result that replaces it. The draft stays, by which whoever
   * commits that result finds the outputs that nobody will ever name.
   */
  public void abandon() {
    UnfinishedWork.end(store, owner, id, generation, Set.of(DRAFT));
  }

  /** Ends the work: deletes all that is in the folder. */
  public void close() {
    UnfinishedWork.end(store, owner, id, generation);
  }

  private Optional<byte[]> read(String name) {
    return switch (store.openLatest(key(name))) {
      case Read.Gone() -> Optional.empty();
      case Read.Opened opened -> {
        try (opened) {
          yield Optional.of(opened.body().readAllBytes());
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    };
  }
}
