package dev.darkroom.stage.store;

import java.util.List;

/**
 * A page of objects.
 *
 * @param objects in UTF-8 byte order of their keys
 * @param truncated whether more objects follow
 */
public record ObjectPage(List<StoredObject> objects, boolean truncated) {
  public ObjectPage {
    objects = List.copyOf(objects);
  }
}
