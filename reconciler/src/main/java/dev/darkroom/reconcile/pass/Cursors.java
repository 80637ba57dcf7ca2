package dev.darkroom.reconcile.pass;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.darkroom.stage.store.ManifestJson;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.stage.store.PutOptions;
import dev.darkroom.stage.store.Read;
import dev.darkroom.stage.store.Write;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Keeps the cursor in the bucket. Of runs that overlap, the first to end moves it. */
public final class Cursors {
  public static final String KEY = "reconcile/cursor.json";

  private static final Logger LOG = Logger.getLogger(Cursors.class);
  private static final JsonMapper JSON = ManifestJson.mapper(JsonMapper.builder()).build();

  private final ObjectStore store;

  public Cursors(ObjectStore store) {
    this.store = store;
  }

  /**
   * A cursor and the version of it in the store.
   *
   * @param etag absent if there is none
   */
  public record Stored(Cursor cursor, @Nullable String etag) {}

  /** Finds the cursor; one that this version cannot read counts as none. */
  public Stored find() {
    return switch (store.openLatest(KEY)) {
      case Read.Gone() -> new Stored(Cursor.NONE, null);
      case Read.Opened opened -> {
        try (opened) {
          yield new Stored(read(opened.body().readAllBytes()), opened.info().etag());
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    };
  }

  private static Cursor read(byte[] json) {
    try {
      Cursor cursor = JSON.readValue(json, Cursor.class);
      return cursor == null ? Cursor.NONE : cursor;
    } catch (IOException | IllegalArgumentException e) {
      LOG.warn("the cursor is unreadable, so everything is looked at anew", e);
      return Cursor.NONE;
    }
  }

  /** Replaces the cursor, unless a run that overlapped did so first. */
  public void replace(Stored found, Cursor next) {
    byte[] json = json(next);
    Write write =
        found.etag() == null
            ? store.putIfAbsent(KEY, PutOptions.json(), json)
            : store.putIfMatch(KEY, found.etag(), PutOptions.json(), json);
    if (write instanceof Write.Lost) {
      LOG.info("another run moved the cursor, where it stays");
    }
  }

  private static byte[] json(Cursor cursor) {
    try {
      return JSON.writeValueAsBytes(cursor);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cursors are always writable", e);
    }
  }
}
