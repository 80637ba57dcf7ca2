package dev.darkroom.bench.video;

import dev.darkroom.stage.store.ForwardingObjectStore;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.stage.store.Read;
import java.util.concurrent.atomic.LongAdder;

/** Counts the bytes and requests that read the original. */
final class CountingStore extends ForwardingObjectStore {
  private final LongAdder requests = new LongAdder();
  private final LongAdder bytes = new LongAdder();

  CountingStore(ObjectStore store) {
    super(store);
  }

  @Override
  public Read openRange(String key, String etag, long from, long length) {
    requests.increment();
    bytes.add(length);
    return super.openRange(key, etag, from, length);
  }

  void reset() {
    requests.reset();
    bytes.reset();
  }

  long requests() {
    return requests.sum();
  }

  long bytes() {
    return bytes.sum();
  }
}
