package dev.darkroom.stage.store;

/** How a conditional write can turn out. */
public sealed interface Write {
  /**
   * @param etag of the new object, without quotes
   */
  record Written(String etag) implements Write {}

  /** The condition did not hold: somebody else was first. */
  record Lost() implements Write {}
}
