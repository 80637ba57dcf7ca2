package dev.darkroom.image.step;

import dev.darkroom.codec.picture.Attention;
import dev.darkroom.codec.picture.Bitmap;
import dev.darkroom.codec.picture.Region;
import dev.darkroom.image.rendition.Fit;
import dev.darkroom.image.rendition.Focus;
import dev.darkroom.image.rendition.Plan;
import dev.darkroom.image.rendition.Target;
import dev.darkroom.image.resize.Resizing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes each picture from one that is smaller than all: what costs is the first. */
final class Cascade {
  /** A source this many times as large as what is made of it shows no trace of being made. */
  private static final int MARGIN = 2;

  private static final int WHITE = 0xffffffff;

  /** Of the longer side: more only takes longer to look at. */
  private static final int GLANCE = 128;

  private final Plan plan;

  /** Whole pictures only: what was cropped is no source for others. Smallest last. */
  private final List<Bitmap> sources = new ArrayList<>();

  /**
   * @param base of the plan's base size at least
   */
  Cascade(Plan plan, Bitmap base) {
    this.plan = plan;
    sources.add(base);
  }

  /** To be called for the larger targets first. */
  Bitmap make(Target target) {
    Bitmap source = source(target);
    Bitmap made =
        Resizing.resize(
            source,
            target.source(source.width(), source.height(), focus(target)),
            target.width(),
            target.height());
    if (target.fit() == Fit.FIT && made.width() < sources.getLast().width()) {
      sources.add(made);
    }
    return target.fit() == Fit.PAD ? padded(made, target) : made;
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

  /** Where the picture draws the eye, for what is cropped. */
  private Focus focus(Target target) {
    if (target.fit() != Fit.COVER) {
      return Focus.MIDDLE;
    }
    Bitmap smallest = sources.getLast();
    double scale = Math.min(1, (double) GLANCE / Math.max(smallest.width(), smallest.height()));
    Bitmap small =
        Resizing.resize(
            smallest,
            Math.max(1, (int) (smallest.width() * scale)),
            Math.max(1, (int) (smallest.height() * scale)));
    Region kept = Attention.crop(small, (double) target.width() / target.height());
    return new Focus(
        (kept.x() + kept.width() / 2) / small.width(),
        (kept.y() + kept.height() / 2) / small.height());
  }

  private static Bitmap padded(Bitmap picture, Target target) {
    int width = target.canvasWidth();
    int[] canvas = new int[width * target.canvasHeight()];
    if (picture.opaque()) {
      Arrays.fill(canvas, WHITE);
    }
    int left = (width - picture.width()) / 2;
    int top = (target.canvasHeight() - picture.height()) / 2;
    for (int y = 0; y < picture.height(); y++) {
      int to = (top + y) * width + left;
      System.arraycopy(picture.pixels(), y * picture.width(), canvas, to, picture.width());
    }
    return new Bitmap(canvas, width, target.canvasHeight(), picture.opaque());
  }
}
