package dev.darkroom.stage.announce;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.Owner;
import dev.darkroom.contract.ProcessedKey;
import dev.darkroom.stage.store.ManifestJson;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.stage.store.PutOptions;
import dev.darkroom.stage.store.Read;
import dev.darkroom.stage.store.Write;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * Reads and writes markers in the store, each beside its manifest. Like all outputs they are
 * deleted with it; they are written conditionally only, so that a deletion is never undone.
 */
public final class Markers {
  /** Name of a marker beside its manifest. */
  public static final String NAME = "announced.json";

  private static final JsonMapper JSON = ManifestJson.mapper(JsonMapper.builder()).build();

  private final ObjectStore store;

  public Markers(ObjectStore store) {
    this.store = store;
  }

  /** A marker and the version of it in the store. */
  public record Stored(Marker marker, String etag) {}

  /** Finds the marker beside an upload's manifest. */
  public Optional<Stored> find(Owner owner, MediaId id) {
    return switch (store.openLatest(key(owner, id))) {
      case Read.Gone() -> Optional.empty();
      case Read.Opened opened -> {
        try (opened) {
          Marker marker = JSON.readValue(opened.body().readAllBytes(), Marker.class);
          yield Optional.of(new Stored(marker, opened.info().etag()));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    };
  }

  /** Replaces what was found; empty if another process was first. */
  public Optional<Stored> replace(Owner owner, MediaId id, Optional<Stored> found, Marker next) {
    byte[] json = json(next);
    Write write =
        found.isPresent()
            ? store.putIfMatch(key(owner, id), found.get().etag(), PutOptions.json(), json)
            : store.putIfAbsent(key(owner, id), PutOptions.json(), json);
    return switch (write) {
      case Write.Written(String etag) -> Optional.of(new Stored(next, etag));
      case Write.Lost() -> Optional.empty();
    };
  }

  /** Deletes the marker beside an upload's manifest. */
  public void delete(Owner owner, MediaId id) {
    store.delete(List.of(key(owner, id)));
  }

  private static String key(Owner owner, MediaId id) {
    return new ProcessedKey(owner, id, NAME).key();
  }

  private static byte[] json(Marker marker) {
    try {
      return JSON.writeValueAsBytes(marker);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("markers are always writable", e);
    }
  }
}
