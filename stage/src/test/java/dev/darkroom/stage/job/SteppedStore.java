package dev.darkroom.stage.job;

import dev.darkroom.stage.store.ForwardingObjectStore;
import dev.darkroom.stage.store.ObjectInfo;
import dev.darkroom.stage.store.ObjectPage;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.stage.store.PutOptions;
import dev.darkroom.stage.store.Read;
import dev.darkroom.stage.store.Write;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;

/** A store that announces each operation, and loses the answers to some conditional writes. */
public final class SteppedStore extends ForwardingObjectStore {
  private final Consumer<String> step;
  private final Random random;

  public SteppedStore(ObjectStore store, Consumer<String> step, Random random) {
    super(store);
    this.step = step;
    this.random = random;
  }

  @Override
  public Optional<ObjectInfo> head(String key) {
    step.accept("head " + key);
    return super.head(key);
  }

  @Override
  public Read open(String key, String etag) {
    step.accept("open " + key);
    return super.open(key, etag);
  }

  @Override
  public Read openLatest(String key) {
    step.accept("openLatest " + key);
    return super.openLatest(key);
  }

  @Override
  public Write.Written put(String key, PutOptions options, byte[] bytes) {
    step.accept("put " + key);
    return super.put(key, options, bytes);
  }

  @Override
  public Write putIfAbsent(String key, PutOptions options, byte[] bytes) {
    step.accept("putIfAbsent " + key);
    return answered(super.putIfAbsent(key, options, bytes));
  }

  @Override
  public Write putIfMatch(String key, String etag, PutOptions options, byte[] bytes) {
    step.accept("putIfMatch " + key);
    return answered(super.putIfMatch(key, etag, options, bytes));
  }

  /** The SDK repeats a write whose answer was lost, and the second one loses to the first. */
  private Write answered(Write write) {
    return random.nextInt(10) == 0 ? new Write.Lost() : write;
  }

  @Override
  public void delete(Collection<String> keys) {
    step.accept("delete " + keys);
    super.delete(keys);
  }

  @Override
  public ObjectPage objects(String prefix, String after, int limit) {
    step.accept("objects " + prefix);
    return super.objects(prefix, after, limit);
  }

  @Override
  public List<String> keys(String prefix) {
    step.accept("keys " + prefix);
    return super.keys(prefix);
  }
}
