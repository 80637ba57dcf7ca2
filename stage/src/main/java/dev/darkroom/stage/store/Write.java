package dev.darkroom.stage.store;

/** The result of a conditional write. */
public sealed interface Write {
  /**
   * @param etag of the new object, without quotes
   */
  record Written(String etag) implements Write {}

  /** The condition did not hold: another writer was first. */
  record Lost() implements Write {}
}
