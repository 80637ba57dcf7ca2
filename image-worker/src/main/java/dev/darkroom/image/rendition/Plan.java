package dev.darkroom.image.rendition;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * The renditions of one picture, largest first.
 *
 * @param width width of the whole picture, upright, in pixels
 * @param height height of the whole picture, upright, in pixels
 */
public record Plan(int width, int height, List<Item> items) {
  /** A rendition and its size. */
  public record Item(RenditionSpec spec, Target target) {}

  public Plan {
    items = List.copyOf(items);
  }

  public static Plan of(List<RenditionSpec> specs, int width, int height) {
    return new Plan(
        width,
        height,
        specs.stream()
            .map(spec -> new Item(spec, Target.of(spec, width, height)))
            .sorted(
                Comparator.comparingDouble((Item item) -> item.target().scale(width, height))
                    .reversed())
            .toList());
  }

  /** Returns how much of the picture's resolution the renditions need, 1 at most. */
  private double scale() {
    return items.stream()
        .mapToDouble(item -> item.target().scale(width, height))
        .reduce(0, (a, b) -> Math.min(1, Math.max(a, b)));
  }

  /** Returns the width of the whole picture at the smallest size that serves all renditions. */
  public int baseWidth() {
    return base(width, Target::width);
  }

  /** Returns the height of the whole picture at the smallest size that serves all renditions. */
  public int baseHeight() {
    return base(height, Target::height);
  }

  private int base(int length, ToIntFunction<Target> side) {
    Target largest = items.getFirst().target();
    return largest.fit() == Fit.COVER
        ? Math.min(length, (int) Math.ceil(length * scale()))
        : Math.min(length, side.applyAsInt(largest));
  }

  /**
   * Returns the largest of 1, 2, 4 and 8 by which the sides may be divided, rounded up, without
   * becoming smaller than the base size.
   */
  public int reduction() {
    int reduction = 8;
    while (reduction > 1
        && (ceil(width, reduction) < baseWidth() || ceil(height, reduction) < baseHeight())) {
      reduction /= 2;
    }
    return reduction;
  }

  private static int ceil(int length, int divisor) {
    return (length + divisor - 1) / divisor;
  }
}
