package dev.darkroom.operate.results;

import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.Owner;
import dev.darkroom.contract.ProcessedKey;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The last result that a walk has dealt with, written {@code OWNER/ID}. */
public record Position(Owner owner, MediaId id) {
  /** Reads a position as a walk that was cut off prints it. */
  public static final class Converter implements ITypeConverter<Position> {
    @Override
    public Position convert(String text) {
      int slash = text.indexOf('/');
      String owner = text.substring(0, Math.max(slash, 0));
      String id = text.substring(slash + 1);
      if (!Owner.isValid(owner) || !MediaId.isValid(id)) {
        throw new TypeConversionException("'" + text + "' is no position; it is an OWNER/ID");
      }
      return new Position(new Owner(owner), new MediaId(id));
    }
  }

  static Position of(ProcessedKey manifest) {
    return new Position(manifest.owner(), manifest.id());
  }

  /** Key of the result's manifest. */
  String key() {
    return ProcessedKey.manifest(owner, id).key();
  }

  @Override
  public String toString() {
    return owner + "/" + id;
  }
}
