package dev.darkroom.infra;

/**
 * Where in the template something stands.
 *
 * @param path the keys that lead there, as in {@code Resources.ImageJobs.Properties}
 * @param line counted from 1
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
