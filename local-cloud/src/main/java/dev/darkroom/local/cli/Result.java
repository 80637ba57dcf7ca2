package dev.darkroom.local.cli;

import java.util.List;

/** How the upload of one file ended. */
sealed interface Result {

  record Completed(List<Output> outputs) implements Result {
    public Completed {
      outputs = List.copyOf(outputs);
    }
  }

  /**
   * @param code error code, as in the API and the manifest
   * @param message explains the code to a person
   */
  record Failed(String code, String message) implements Result {}

  /**
   * @param width in pixels; 0 for what is no picture, such as the text of a storyboard
   * @param size in bytes
   */
  record Output(String name, int width, int height, long size, String url) {
    String pixels() {
      return width == 0 ? "" : width + "x" + height;
    }
  }
}
