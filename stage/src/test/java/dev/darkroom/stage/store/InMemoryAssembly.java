package dev.darkroom.stage.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Parts in memory, as strict about their size as S3 is. */
final class InMemoryAssembly implements Assembly {
  private final InMemoryObjectStore store;
  private final String key;
  private final PutOptions options;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private int shortest = Integer.MAX_VALUE;
  private int last = Integer.MAX_VALUE;
  private boolean closed;

  InMemoryAssembly(InMemoryObjectStore store, String key, PutOptions options) {
    this.store = store;
    this.key = key;
    this.options = options;
  }

  @Override
  public void add(byte[] part) {
    requireOpen();
    shortest = Math.min(shortest, last);
    last = part.length;
    bytes.writeBytes(part);
  }

  @Override
  public void prepend(byte[] part) {
    requireOpen();
    byte[] rest = bytes.toByteArray();
    bytes.reset();
    bytes.writeBytes(part);
    bytes.writeBytes(rest);
    if (rest.length > 0) {
      shortest = Math.min(shortest, part.length);
    }
  }

  @Override
  public Write copy(String source, String etag, long from, long length) {
    if (length < 1) {
      throw new IllegalArgumentException("no range: " + length + " bytes from " + from);
    }
    try {
      return switch (store.openRange(source, etag, from, length)) {
        case Read.Opened opened -> {
          byte[] range = opened.body().readAllBytes();
          if (range.length < length) {
            throw new IllegalArgumentException("the range leaves the object");
          }
          add(range);
          yield new Write.Written(InMemoryObjectStore.md5(range));
        }
        case Read.Gone() -> new Write.Lost();
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Write.Written complete() {
    requireOpen();
    if (shortest < MIN_PART) {
      throw new IllegalStateException("a part of " + shortest + " bytes before the last");
    }
    close();
    return store.put(key, options, bytes.toByteArray());
  }

  @Override
  public void close() {
    closed = true;
    store.closed(this);
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("there is no such upload any more");
    }
  }
}
