package dev.darkroom.upload.media;

import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.FileName;
import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.Media;
import dev.darkroom.contract.MediaFormat;
import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.MediaKind;
import dev.darkroom.contract.OriginalKey;
import dev.darkroom.contract.Owner;
import dev.darkroom.contract.Placeholder;
import dev.darkroom.contract.ProcessedKey;
import dev.darkroom.contract.Rejection;
import dev.darkroom.contract.Rendition;
import dev.darkroom.contract.stream.StreamPlan;
import dev.darkroom.contract.stream.StreamTask;
import dev.darkroom.stage.store.Manifests;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.stage.store.PutOptions;
import dev.darkroom.stage.store.Version;
import dev.darkroom.stage.stream.WorkFolder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Uploads in whatever state a test needs them. */
public final class Samples {
  public static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");
  private static final FileName NAME = new FileName("a.jpg");
  private static final byte[] CONTENT = {1, 2, 3};

  private final ObjectStore store;
  private final Owner owner;
  private final Random random = new Random(7);

  public Samples(ObjectStore store, Owner owner) {
    this.store = store;
    this.owner = owner;
  }

  /** An id as old as this. */
  public MediaId id(int minutesAgo) {
    return MediaId.next(NOW.minusSeconds(60L * minutesAgo), random);
  }

  /** An original that waits for its worker. */
  public MediaId queued(MediaKind kind, int minutesAgo) {
    MediaId id = id(minutesAgo);
    original(kind, id);
    return id;
  }

  public MediaId completed(MediaKind kind, int minutesAgo) {
    MediaId id = id(minutesAgo);
    commit(kind, id, original(kind, id), null);
    return id;
  }

  public MediaId failed(MediaKind kind, int minutesAgo) {
    MediaId id = id(minutesAgo);
    commit(kind, id, original(kind, id), Rejection.of(ErrorCode.CORRUPT_FILE));
    return id;
  }

  /** A video that is processed but for its stream, which has three parts. */
  public MediaId processing(int minutesAgo, int partsDone) {
    MediaId id = id(minutesAgo);
    work(original(MediaKind.VIDEO, id), null, partsDone);
    return id;
  }

  /** What workers leave of an original, wherever it lies, while they make its stream. */
  WorkFolder work(OriginalKey original, @Nullable Instant requestedAt, int partsDone) {
    Rendition poster = rendition(original.id(), "poster", "jpg", "image/jpeg", 1920, 1080);
    store.put(poster.key(), PutOptions.rendition(poster.contentType()), CONTENT);
    Manifest draft =
        requested(
            manifest(MediaKind.VIDEO, original.id(), original, List.of(poster), null), requestedAt);
    String generation = Version.of(draft).generation();
    var folder = new WorkFolder(store, owner, original.id(), generation);
    folder.open(draft, plan(original));
    for (int part = 0; part < partsDone; part++) {
      folder.put(new StreamTask.Segment(part), CONTENT, List.of());
    }
    return folder;
  }

  private static StreamPlan plan(OriginalKey original) {
    var slice = new StreamPlan.Slice(0, 1);
    return new StreamPlan(
        StreamPlan.SCHEMA,
        new StreamPlan.Source(original.key(), "e", CONTENT.length),
        new StreamPlan.Source("inputs", "i", 1),
        new StreamPlan.Picture(1000, 0, false, false, 30, null),
        List.of(new StreamPlan.Rung("stream-480", 854, 480)),
        List.of(new StreamPlan.Segment(slice, 0, 4000), new StreamPlan.Segment(slice, 4000, 4000)),
        new StreamPlan.Sound(slice, false, 48_000, 2, 48_000, 8),
        true);
  }

  /** A video with a master playlist, one variant and its file. */
  public MediaId streamed(int minutesAgo) {
    MediaId id = id(minutesAgo);
    OriginalKey original = original(MediaKind.VIDEO, id);
    List<Rendition> renditions =
        List.of(
            text(id, "stream", "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=9\nstream-480.m3u8\n"),
            text(id, "stream-480", "#EXTM3U\n#EXTINF:4,\nstream-480.mp4\n"),
            rendition(id, "stream-480", "mp4", "video/mp4", 854, 480));
    new Manifests(store).commit(manifest(MediaKind.VIDEO, id, original, renditions, null));
    return id;
  }

  private Rendition text(MediaId id, String name, String playlist) {
    Rendition rendition = rendition(id, name, "m3u8", "application/vnd.apple.mpegurl", 854, 480);
    byte[] bytes = playlist.getBytes(StandardCharsets.UTF_8);
    store.put(rendition.key(), PutOptions.rendition(rendition.contentType()), bytes);
    return rendition;
  }

  /** An upload whose manifest only a newer version can read. */
  public MediaId unreadable(MediaKind kind, int minutesAgo) {
    MediaId id = completed(kind, minutesAgo);
    byte[] newer = "{\"schema\": 2}".getBytes(StandardCharsets.UTF_8);
    store.put(ProcessedKey.manifest(owner, id).key(), PutOptions.json(), newer);
    return id;
  }

  OriginalKey original(MediaKind kind, MediaId id) {
    OriginalKey key = OriginalKey.of(kind, owner, id, NAME);
    store.put(key.key(), new PutOptions(kind + "/x", null, null, Map.of()), CONTENT);
    return key;
  }

  /** The result of a request to process an upload again, in place of the one before. */
  Manifest answer(MediaId id, @Nullable Instant requestedAt) {
    Manifest before = new Manifests(store).find(owner, id).orElseThrow().manifest();
    Manifest after = requested(before, requestedAt);
    new Manifests(store).commit(after);
    return after;
  }

  private static Manifest requested(Manifest result, @Nullable Instant requestedAt) {
    return new Manifest(
        result.schema(),
        result.id(),
        result.owner(),
        result.kind(),
        result.status(),
        result.original(),
        result.media(),
        result.placeholder(),
        result.renditions(),
        result.missing(),
        result.error(),
        new Manifest.Processing("test", 1, NOW, NOW, NOW, 0, requestedAt, null, null, null));
  }

  /** What a worker leaves of an original wherever it lies. */
  void commit(MediaKind kind, MediaId id, OriginalKey original, @Nullable Rejection error) {
    Rendition large = rendition(id, "large", "jpg", "image/jpeg", 1920, 1080);
    Rendition small = rendition(id, "small", "jpg", "image/jpeg", 512, 288);
    List<Rendition> renditions = error == null ? List.of(large, small) : List.of();
    renditions.forEach(it -> store.put(it.key(), PutOptions.rendition(it.contentType()), CONTENT));
    new Manifests(store).commit(manifest(kind, id, original, renditions, error));
  }

  private Rendition rendition(
      MediaId id, String name, String extension, String contentType, int width, int height) {
    String key = new ProcessedKey(owner, id, name + "." + extension).key();
    return new Rendition(name, key, contentType, width, height, CONTENT.length);
  }

  private Manifest manifest(
      MediaKind kind,
      MediaId id,
      OriginalKey original,
      List<Rendition> renditions,
      @Nullable Rejection error) {
    String etag = store.head(original.key()).orElseThrow().etag();
    return new Manifest(
        Manifest.SCHEMA,
        id,
        owner,
        kind,
        error == null ? Manifest.Status.COMPLETED : Manifest.Status.FAILED,
        new Manifest.Original(
            original.key(), NAME.original(), "image/jpeg", CONTENT.length, etag, "0A", NOW),
        new Media(MediaFormat.JPEG, 4000, 2250, null, null),
        new Placeholder("#336699", null),
        renditions,
        List.of(),
        error,
        new Manifest.Processing("test", 1, NOW, NOW, NOW, 0, null, null, null, null));
  }
}
