package dev.darkroom.stage.store;

import java.util.List;

/**
 * A page of keys.
 *
 * @param keys in UTF-8 byte order
 * @param folders common prefixes with their trailing slashes, in UTF-8 byte order
 * @param truncated whether more keys follow
 */
public record Listing(List<String> keys, List<String> folders, boolean truncated) {
  public Listing {
    keys = List.copyOf(keys);
    folders = List.copyOf(folders);
  }
}
