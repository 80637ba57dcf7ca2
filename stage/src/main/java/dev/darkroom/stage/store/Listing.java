package dev.darkroom.stage.store;

import java.util.List;

/**
 * One page of keys.
 *
 * @param keys in UTF-8 byte order
 * @param folders what the delimiter rolled up, each with its trailing slash, in the same order
 * @param truncated whether there are more
 */
public record Listing(List<String> keys, List<String> folders, boolean truncated) {
  public Listing {
    keys = List.copyOf(keys);
    folders = List.copyOf(folders);
  }
}
