package dev.darkroom.local.cli;

import java.util.List;

/** What became of a file. */
sealed interface Result {

  record Completed(List<Output> outputs) implements Result {
    public Completed {
      outputs = List.copyOf(outputs);
    }
  }

  /**
   * @param code stable, as the API and the manifest have it
   * @param message for people
   */
  record Failed(String code, String message) implements Result {}

  /**
   * @param size in bytes
   */
  record Output(String name, int width, int height, long size, String url) {}
}
