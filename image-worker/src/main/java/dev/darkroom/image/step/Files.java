package dev.darkroom.image.step;

import dev.darkroom.image.rendition.Output;
import dev.darkroom.image.rendition.OutputFormat;
import dev.darkroom.image.rendition.RenditionSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which files hold the same bytes. */
final class Files {
  private Files() {}

  /**
   * The names of renditions by how they are written.
   *
   * @param alike renditions that come out as the same picture
   * @param opaque whether that has no alpha, so that it can be a JPEG
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

  /** One of each format: a PNG may be wished for, and also come instead of a JPEG. */
  private static Iterable<Output> outputs(RenditionSpec spec, boolean opaque) {
    var byFormat = new LinkedHashMap<OutputFormat, Output>();
    for (Output output : spec.outputs()) {
      Output possible = opaque ? output : output.withAlpha();
      byFormat.putIfAbsent(possible.format(), possible);
    }
    return byFormat.values();
  }
}
