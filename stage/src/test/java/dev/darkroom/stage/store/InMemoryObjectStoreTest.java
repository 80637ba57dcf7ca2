package dev.darkroom.stage.store;

/** The fake keeps to what the real ones keep to. */
final class InMemoryObjectStoreTest extends ObjectStoreContract {
  private final ObjectStore store = new InMemoryObjectStore();

  @Override
  protected ObjectStore store() {
    return store;
  }
}
