package dev.darkroom.stage.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.darkroom.contract.OriginalKey;
import dev.darkroom.contract.OutputName;
import dev.darkroom.contract.ProcessedKey;
import dev.darkroom.contract.Rendition;
import dev.darkroom.stage.store.Manifests.Stored;
import dev.darkroom.stage.store.Version;
import java.util.List;
import java.util.Optional;

/**
 * Names the outputs of a job by their content and the version of the original.
 *
 * <p>Jobs of different versions never write different bytes under one key, so a slow worker cannot
 * overwrite or delete what a newer result names. An output that the present result has already
 * keeps its key: processing an original again changes no link.
 */
public final class OutputKeys {
  private final OriginalKey original;
  private final String generation;
  private final List<OutputName> present;

  /**
   * @param result that the job's may replace
   */
  public OutputKeys(OriginalKey original, Version version, Optional<Stored> result) {
    this.original = original;
    this.generation = version.generation();
    String prefix = ProcessedKey.prefix(original.owner(), original.id());
    this.present =
        result.stream()
            .flatMap(stored -> stored.manifest().renditions().stream())
            .map(Rendition::key)
            .filter(key -> key.startsWith(prefix))
            .flatMap(key -> OutputName.parse(key.substring(prefix.length())).stream())
            .toList();
  }

  /** Fingerprint of the version and request that the outputs belong to. */
  public String generation() {
    return generation;
  }

  /**
   * Returns the key of an output.
   *
   * @param name of the rendition
   * @param extension of the format, without the dot
   * @param content the output's bytes, or for one that is assembled in the store all that
   *     determines them
   */
  public String key(String name, String extension, byte[] content) {
    var wanted = new OutputName(name, OutputName.content(content), generation, extension);
    OutputName file =
        present.stream().filter(wanted::equalsExceptGeneration).findFirst().orElse(wanted);
    return new ProcessedKey(original.owner(), original.id(), file.toString()).key();
  }

  /** Returns the last segment of a key, by which one output names another beside it. */
  public static String fileName(String key) {
    return key.substring(key.lastIndexOf('/') + 1);
  }

  /**
   * Returns the key of an output whose content is not known before it is written. Each request to
   * process the original gives it another.
   */
  public String keyOfUnknown(String name, String extension) {
    return key(name, extension, generation.getBytes(UTF_8));
  }
}
