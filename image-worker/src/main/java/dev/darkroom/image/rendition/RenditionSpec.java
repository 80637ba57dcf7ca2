package dev.darkroom.image.rendition;

import java.util.List;

/**
 * A configured rendition: a box, and the files to write.
 *
 * @param name last segment of the key, without extension
 * @param width width of the box, in pixels
 * @param height height of the box, in pixels
 * @param enlarge whether a picture smaller than the box is enlarged
 * @param outputs formats to write, at least one
 */
public record RenditionSpec(
    String name, int width, int height, Fit fit, boolean enlarge, List<Output> outputs) {
  /** Longest side of a box, in pixels. */
  public static final int MAX_EDGE = 8192;

  public RenditionSpec {
    outputs = List.copyOf(outputs);
    if (width < 1 || height < 1 || width > MAX_EDGE || height > MAX_EDGE) {
      throw new IllegalArgumentException(
          name + ": sides must be 1 to " + MAX_EDGE + " pixels, not " + width + "x" + height);
    }
    if (outputs.isEmpty()) {
      throw new IllegalArgumentException(name + ": no format");
    }
  }
}
