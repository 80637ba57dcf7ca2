package dev.darkroom.operate.results;

import dev.darkroom.contract.MediaKind;
import dev.darkroom.contract.OriginalKey;
import dev.darkroom.contract.Owner;
import dev.darkroom.contract.ProcessedKey;
import dev.darkroom.stage.store.Listing;
import dev.darkroom.stage.store.ObjectStore;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Finds who has uploads. */
public final class Owners {
  private static final int PAGE = 1000;

  private Owners() {}

  /** Lists all owners of originals and results. */
  public static List<Owner> all(ObjectStore store) {
    var names = new TreeSet<String>();
    for (MediaKind kind : MediaKind.values()) {
      list(store, OriginalKey.PREFIX + kind + "/", names);
    }
    list(store, ProcessedKey.PREFIX, names);
    // The owner of files that were dropped at keys of other forms.
    names.add(Owner.LOCAL.value());
    return names.stream().filter(Owner::isValid).map(Owner::new).toList();
  }

  private static void list(ObjectStore store, String prefix, SortedSet<String> names) {
    String after = "";
    boolean more = true;
    while (more) {
      Listing page = store.list(prefix, after, PAGE);
      for (String folder : page.folders()) {
        names.add(folder.substring(prefix.length(), folder.length() - 1));
        // The least key after all of the folder's: 0 is the character after the slash.
        after = folder.substring(0, folder.length() - 1) + "0";
      }
      for (String key : page.keys()) {
        after = key.compareTo(after) > 0 ? key : after;
      }
      more = page.truncated();
    }
  }
}
