package dev.darkroom.image.step;

import dev.darkroom.image.rendition.Output;
import dev.darkroom.image.rendition.OutputFormat;
import dev.darkroom.image.rendition.RenditionSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds renditions that are equal files, so that each is encoded once. */
final class Files {
  private Files() {}

  /**
   * Returns the renditions' names by output.
   *
   * @param alike renditions of the same size and fit
   * @param opaque whether the picture has no alpha and can be a JPEG
   */
  static Map<Output, List<String>> of(List<RenditionSpec> alike, boolean opaque) {
    var files = new LinkedHashMap<Output, List<String>>();
    for (RenditionSpec spec : alike) {
      for (Output output : outputs(spec, opaque)) {
        files.computeIfAbsent(output, _ -> new ArrayList<>()).add(spec.name());
      }
    }
    return files;
  }

  /** Returns one output per format: a PNG may be configured, and also replace a JPEG. */
  private static Iterable<Output> outputs(RenditionSpec spec, boolean opaque) {
    var byFormat = new LinkedHashMap<OutputFormat, Output>();
    for (Output output : spec.outputs()) {
      Output possible = opaque ? output : output.withAlpha();
      byFormat.putIfAbsent(possible.format(), possible);
    }
    return byFormat.values();
  }
}
