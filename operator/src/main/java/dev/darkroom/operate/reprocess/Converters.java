package dev.darkroom.operate.reprocess;

import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.MediaKind;
import dev.darkroom.contract.Owner;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the contract's values from the command line as manifests write them. */
final class Converters {
  private Converters() {}

  private static <E extends Enum<E>> E choice(String text, E[] choices) {
    return Arrays.stream(choices)
        .filter(choice -> choice.toString().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'"
                        + text
                        + "' is none of "
                        + Arrays.stream(choices)
                            .map(Enum::toString)
                            .collect(Collectors.joining(", "))));
  }

  static final class OfKind implements ITypeConverter<MediaKind> {
    @Override
    public MediaKind convert(String text) {
      return choice(text, MediaKind.values());
    }
  }

  static final class OfStatus implements ITypeConverter<Manifest.Status> {
    @Override
    public Manifest.Status convert(String text) {
      return choice(text, Manifest.Status.values());
    }
  }

  static final class OfCode implements ITypeConverter<ErrorCode> {
    @Override
    public ErrorCode convert(String text) {
      return choice(text, ErrorCode.values());
    }
  }

  static final class OfId implements ITypeConverter<MediaId> {
    @Override
    public MediaId convert(String text) {
      if (!MediaId.isValid(text)) {
        throw new TypeConversionException("'" + text + "' is no id of an upload");
      }
      return new MediaId(text);
    }
  }

  static final class OfOwner implements ITypeConverter<Owner> {
    @Override
    public Owner convert(String text) {
      if (!Owner.isValid(text)) {
        throw new TypeConversionException(
            "'" + text + "' is no owner; take it from a manifest or a key in the bucket");
      }
      return new Owner(text);
    }
  }
}
