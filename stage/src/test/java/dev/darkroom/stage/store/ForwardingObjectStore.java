package dev.darkroom.stage.store;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A store in front of another one, for tests that let something go wrong in between. */
public abstract class ForwardingObjectStore implements ObjectStore {
  private final ObjectStore store;

  protected ForwardingObjectStore(ObjectStore store) {
    this.store = store;
  }

  @Override
  public Optional<ObjectInfo> head(String key) {
    return store.head(key);
  }

  @Override
  public Read open(String key, String etag) {
    return store.open(key, etag);
  }

  @Override
  public Read openRange(String key, String etag, long from, long length) {
    return store.openRange(key, etag, from, length);
  }

  @Override
  public Read openTail(String key, String etag, long length) {
    return store.openTail(key, etag, length);
  }

  @Override
  public Read openLatest(String key) {
    return store.openLatest(key);
  }

  @Override
  public Write.Written put(String key, PutOptions options, byte[] bytes) {
    return store.put(key, options, bytes);
  }

  @Override
  public Write putIfAbsent(String key, PutOptions options, byte[] bytes) {
    return store.putIfAbsent(key, options, bytes);
  }

  @Override
  public Write putIfMatch(String key, String etag, PutOptions options, byte[] bytes) {
    return store.putIfMatch(key, etag, options, bytes);
  }

  @Override
  public Assembly assemble(String key, PutOptions options) {
    return store.assemble(key, options);
  }

  @Override
  public void delete(Collection<String> keys) {
    store.delete(keys);
  }

  @Override
  public Listing list(String prefix, String after, int limit) {
    return store.list(prefix, after, limit);
  }

  @Override
  public ObjectPage objects(String prefix, String after, int limit) {
    return store.objects(prefix, after, limit);
  }

  @Override
  public List<String> keys(String prefix) {
    return store.keys(prefix);
  }
}
