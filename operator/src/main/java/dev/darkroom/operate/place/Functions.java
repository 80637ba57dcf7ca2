package dev.darkroom.operate.place;

/** Invokes functions of a Darkroom. */
@FunctionalInterface
public interface Functions {
  /**
   * Invokes a function and waits for its answer.
   *
   * @param name in the template
   * @param event JSON
   * @return JSON
   * @throws RefusedException if it failed, is busy, or does not exist
   */
  String invoke(String name, String event);
}
