package dev.darkroom.image.rendition;

import java.util.List;

/**
 * One picture to make, and the files to write it as.
 *
 * @param name the key's last segment, without an ending
 * @param width of the box, in pixels
 * @param height of the box, in pixels
 * @param enlarge whether a smaller picture may become larger than it is
 * @param outputs one or more
 */
public record RenditionSpec(
    String name, int width, int height, Fit fit, boolean enlarge, List<Output> outputs) {
  /** The longest side a rendition may be given. */
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
