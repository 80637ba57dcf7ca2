package dev.darkroom.image.step;

import dev.darkroom.contract.Outcome;
import dev.darkroom.contract.Rendition;
import dev.darkroom.store.ObjectStore;
import dev.darkroom.store.PutOptions;
import java.util.ArrayList;

/** Writes the renditions under their keys. */
public final class Store {
  private final ObjectStore store;

  public Store(ObjectStore store) {
    this.store = store;
  }

  public Outcome apply(Encoded encoded) {
    var renditions = new ArrayList<Rendition>();
    for (Encoded.File file : encoded.files()) {
      String key = encoded.job().outputKey(file.fileName());
      store.put(key, PutOptions.rendition(file.contentType()), file.bytes());
      renditions.add(
          new Rendition(
              file.name(),
              key,
              file.contentType(),
              file.width(),
              file.height(),
              file.bytes().length));
    }
    return new Outcome.Completed(encoded.media(), encoded.placeholder(), renditions);
  }
}
