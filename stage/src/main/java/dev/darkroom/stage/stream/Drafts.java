package dev.darkroom.stage.stream;

import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.Manifest.Processing;
import dev.darkroom.contract.Missing;
import dev.darkroom.contract.OutputName;
import dev.darkroom.contract.ProcessedKey;
import dev.darkroom.contract.Rejection;
import dev.darkroom.contract.Rendition;
import dev.darkroom.stage.store.Manifests.Stored;
import dev.darkroom.stage.store.Version;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Completes the draft of a manifest, once its stream is made or can never be.
 *
 * @param draft the manifest as it would be without a stream
 */
public record Drafts(Manifest draft) {
  private static final String STREAM = "stream";

  /** Returns the manifest with a stream, whose renditions replace those of the same names. */
  public Manifest withStream(List<Rendition> stream, Processing processing) {
    Set<String> names = stream.stream().map(Rendition::name).collect(Collectors.toSet());
    var renditions = new ArrayList<>(draft.renditions());
    renditions.removeIf(it -> names.contains(it.name()));
    renditions.addAll(stream);
    var missing = new ArrayList<>(draft.missing());
    missing.removeIf(it -> names.contains(it.name()));
    return completed(renditions, missing, processing);
  }

  /** Returns the manifest without a stream, and with the reason. */
  public Manifest withoutStream(Rejection reason, Processing processing) {
    var missing = new ArrayList<>(draft.missing());
    missing.add(new Missing(STREAM, reason));
    return completed(draft.renditions(), missing, processing);
  }

  private Manifest completed(
      List<Rendition> renditions, List<Missing> missing, Processing processing) {
    return new Manifest(
        draft.schema(),
        draft.id(),
        draft.owner(),
        draft.kind(),
        draft.status(),
        draft.original(),
        draft.media(),
        draft.placeholder(),
        renditions,
        missing,
        draft.error(),
        processing);
  }

  /**
   * Whether all outputs that the draft names are still there. Those that it has in common with an
   * earlier result are deleted once that is replaced.
   *
   * @param version that the draft was made for
   * @param result the upload's now
   */
  public boolean outputsStand(Version version, Optional<Stored> result) {
    String prefix = ProcessedKey.prefix(draft.owner(), draft.id());
    var named = new HashSet<String>();
    result.ifPresent(it -> it.manifest().renditions().forEach(each -> named.add(each.key())));
    return draft.renditions().stream()
        .map(Rendition::key)
        .filter(key -> key.startsWith(prefix))
        .filter(key -> !isOf(version.generation(), key.substring(prefix.length())))
        .allMatch(named::contains);
  }

  private static boolean isOf(String generation, String file) {
    return OutputName.parse(file).filter(it -> it.generation().equals(generation)).isPresent();
  }
}
