package dev.darkroom.reconcile.walk;

import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.MediaKind;
import dev.darkroom.contract.OriginalKey;
import dev.darkroom.contract.Owner;
import dev.darkroom.contract.ProcessedKey;
import java.util.Optional;

/** Where an upload's objects are: {@code {owner}/{id}/} below several prefixes. */
public record Folder(Owner owner, MediaId id) implements Comparable<Folder> {

  static Folder of(OriginalKey original) {
    return new Folder(original.owner(), original.id());
  }

  /** Finds the folder of an original; empty if its key tells no owner and id. */
  static Optional<Folder> ofOriginal(String key) {
    return OriginalKey.parse(key).filter(Folder::tellsFolder).map(Folder::of);
  }

  static boolean tellsFolder(OriginalKey original) {
    return original.key().startsWith(originals(original.kind(), Folder.of(original)));
  }

  static Optional<Folder> ofOutput(String key) {
    return ProcessedKey.parse(key).map(it -> new Folder(it.owner(), it.id()));
  }

  /** Prefix of the originals of one kind. */
  public String originals(MediaKind kind) {
    return originals(kind, this);
  }

  private static String originals(MediaKind kind, Folder folder) {
    return OriginalKey.prefix(kind, folder.owner) + folder.id + "/";
  }

  /** Prefix of the outputs. */
  public String outputs() {
    return ProcessedKey.prefix(owner, id);
  }

  /** Compares in the order of listings, where an owner's name ends with a slash. */
  @Override
  public int compareTo(Folder other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return owner + "/" + id;
  }
}
