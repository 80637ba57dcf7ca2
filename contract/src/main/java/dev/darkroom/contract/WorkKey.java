package dev.darkroom.contract;

import java.util.Optional;

/**
 * The key of an unfinished piece of work on an upload: {@code
 * processed/{owner}/{id}/unfinished/{generation}/{name}}.
 *
 * @param generation of the outputs that the work is for, see {@link OutputName}
 */
public record WorkKey(Owner owner, MediaId id, String generation, String name) {
  /** Name of the object that is written last, and deleted first: without it the work has ended. */
  public static final String PLAN = "plan.json";

  private static final String FOLDER = "unfinished/";

  /** Prefix of all unfinished work on an upload. */
  public static String prefix(Owner owner, MediaId id) {
    return ProcessedKey.prefix(owner, id) + FOLDER;
  }

  /** Prefix of the work for one generation of outputs. */
  public static String prefix(Owner owner, MediaId id, String generation) {
    return prefix(owner, id) + generation + "/";
  }

  /** Parses a key; empty if it is not one of unfinished work. */
  public static Optional<WorkKey> parse(String key) {
    return ProcessedKey.parse(key)
        .filter(it -> it.name().startsWith(FOLDER))
        .flatMap(
            it -> {
              String[] rest = it.name().substring(FOLDER.length()).split("/", 2);
              return rest.length < 2 || rest[0].isEmpty() || rest[1].isEmpty()
                  ? Optional.empty()
                  : Optional.of(new WorkKey(it.owner(), it.id(), rest[0], rest[1]));
            });
  }

  /** The whole key. */
  public String key() {
    return prefix(owner, id, generation) + name;
  }
}
