package dev.darkroom.operate.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.FileName;
import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.MediaKind;
import dev.darkroom.contract.Missing;
import dev.darkroom.contract.OriginalKey;
import dev.darkroom.contract.Owner;
import dev.darkroom.contract.ProcessedKey;
import dev.darkroom.contract.Rejection;
import dev.darkroom.stage.store.InMemoryObjectStore;
import dev.darkroom.stage.store.ManifestJson;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.stage.store.PutOptions;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A bucket with uploads and their results. Each upload is older than the one before. */
public final class Uploads {
  public static final Owner ADA = new Owner("ada");
  public static final Owner BOB = new Owner("bob");
  public static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

  private final ObjectStore store = new InMemoryObjectStore(this::tick);
  private final Random random = new Random(3);
  private int minutesAgo;
  private int writes;

  /** Each object is a second newer than the one before. */
  private synchronized Instant tick() {
    return NOW.plusSeconds(++writes);
  }

  public ObjectStore store() {
    return store;
  }

  public MediaId completed(Owner owner, MediaKind kind) {
    return result(owner, kind, null, List.of(), null);
  }

  public MediaId failed(Owner owner, MediaKind kind, ErrorCode code) {
    return result(owner, kind, Rejection.of(code), List.of(), null);
  }

  public MediaId lacking(Owner owner, MediaKind kind, ErrorCode code) {
    return result(owner, kind, null, List.of(new Missing("stream", Rejection.of(code))), null);
  }

  /** A result that tells the settings it was made with. */
  public MediaId shapedBy(Owner owner, MediaKind kind, String settings) {
    return result(owner, kind, null, List.of(), settings);
  }

  /** An upload whose result nobody can read. */
  public MediaId unreadable(Owner owner) {
    OriginalKey original = original(owner, MediaKind.IMAGE);
    manifest(original, "{}".getBytes(UTF_8));
    return original.id();
  }

  /** An original that has no result yet. */
  public MediaId queued(Owner owner) {
    return original(owner, MediaKind.IMAGE).id();
  }

  public void deleteOriginals(Owner owner, MediaKind kind) {
    store.delete(store.keys(OriginalKey.prefix(kind, owner)));
  }

  private OriginalKey original(Owner owner, MediaKind kind) {
    MediaId id = MediaId.next(NOW.minusSeconds(60L * ++minutesAgo), random);
    OriginalKey key = OriginalKey.of(kind, owner, id, new FileName("a.bin"));
    store.put(key.key(), PutOptions.binary(), new byte[] {1});
    return key;
  }

  private MediaId result(
      Owner owner,
      MediaKind kind,
      @Nullable Rejection error,
      List<Missing> missing,
      @Nullable String settings) {
    OriginalKey key = original(owner, kind);
    String etag = store.head(key.key()).orElseThrow().etag();
    manifest(
        key,
        ManifestJson.write(
            new Manifest(
                Manifest.SCHEMA,
                key.id(),
                owner,
                kind,
                error == null ? Manifest.Status.COMPLETED : Manifest.Status.FAILED,
                new Manifest.Original(key.key(), "a.bin", null, 1, etag, null, NOW),
                null,
                null,
                List.of(),
                missing,
                error,
                new Manifest.Processing(
                    kind + "-worker",
                    1,
                    NOW,
                    NOW,
                    NOW.plusSeconds(2),
                    2000,
                    null,
                    1769,
                    0.00005,
                    settings))));
    return key.id();
  }

  private void manifest(OriginalKey original, byte[] json) {
    store.put(
        ProcessedKey.manifest(original.owner(), original.id()).key(), PutOptions.json(), json);
  }
}
