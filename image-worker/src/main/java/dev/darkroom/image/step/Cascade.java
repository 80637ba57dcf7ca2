package dev.darkroom.image.step;

import dev.darkroom.codec.picture.Attention;
import dev.darkroom.codec.picture.Bitmap;
import dev.darkroom.codec.picture.LanczosResizer;
import dev.darkroom.codec.picture.Region;
import dev.darkroom.image.rendition.Fit;
import dev.darkroom.image.rendition.Focus;
import dev.darkroom.image.rendition.Plan;
import dev.darkroom.image.rendition.Target;
import dev.darkroom.image.resize.Thumbnailing;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes each rendition from the smallest picture that serves, so that only the first one is costly.
 */
final class Cascade {
  /** A source at least this many times as large leaves no visible trace of having been resized. */
  private static final int MARGIN = 2;

  /** Longer side of the picture that is searched for a focus, in pixels. */
  private static final int GLANCE = 128;

  private final Plan plan;

  /** Whole pictures, smallest last. Cropped ones cannot serve as sources. */
  private final List<Bitmap> sources = new ArrayList<>();

  /**
   * @param base the whole picture, at the plan's base size at least
   */
  Cascade(Plan plan, Bitmap base) {
    this.plan = plan;
    sources.add(base);
  }

  /** Makes a rendition's picture; larger targets must come first. */
  Bitmap make(Target target) {
    Bitmap made = Thumbnailing.make(source(target), target, focus(target));
    if (target.fit() == Fit.FIT && made.width() < sources.getLast().width()) {
      sources.add(made);
    }
    return made;
  }

  private Bitmap source(Target target) {
    double wanted = MARGIN * target.scale(plan.width(), plan.height());
    return sources.reversed().stream()
        .filter(
            source ->
                source.width() >= wanted * plan.width()
                    && source.height() >= wanted * plan.height())
        .findFirst()
        .orElse(sources.getFirst());
  }

  /** Finds the point that a crop keeps. */
  private Focus focus(Target target) {
    if (target.fit() != Fit.COVER) {
      return Focus.MIDDLE;
    }
    Bitmap smallest = sources.getLast();
    double scale = Math.min(1, (double) GLANCE / Math.max(smallest.width(), smallest.height()));
    Bitmap small =
        LanczosResizer.resize(
            smallest,
            Math.max(1, (int) (smallest.width() * scale)),
            Math.max(1, (int) (smallest.height() * scale)));
    Region kept = Attention.crop(small, (double) target.width() / target.height());
    return new Focus(
        (kept.x() + kept.width() / 2) / small.width(),
        (kept.y() + kept.height() / 2) / small.height());
  }
}
