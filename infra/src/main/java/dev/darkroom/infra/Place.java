package dev.darkroom.infra;

/**
 * A place in the template.
 *
 * @param path keys that lead to the place, such as {@code Resources.ImageJobs.Properties}
 * @param line line number, counted from 1
 */
public record Place(String path, int line) {
  Place field(String key, int atLine) {
    return new Place(path.isEmpty() ? key : path + "." + key, atLine);
  }

  Place item(int index, int atLine) {
    return new Place(path + "[" + index + "]", atLine);
  }

  @Override
  public String toString() {
    return path.isEmpty() ? "line " + line : "line " + line + ", " + path;
  }
}
