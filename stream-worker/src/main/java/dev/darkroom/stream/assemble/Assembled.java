package dev.darkroom.stream.assemble;

import dev.darkroom.contract.Rendition;
import java.util.List;

/**
 * A finished stream.
 *
 * @param renditions all that are stored
 * @param codingMillis compute time that its parts took, in milliseconds
 */
public record Assembled(List<Rendition> renditions, long codingMillis) {
  public Assembled {
    renditions = List.copyOf(renditions);
  }
}
