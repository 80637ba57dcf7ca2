package dev.darkroom.image.step;

import dev.darkroom.codec.picture.Bitmap;
import dev.darkroom.codec.picture.LanczosResizer;
import dev.darkroom.image.rendition.Plan;
import dev.darkroom.stage.job.Progress;

/** Shrinks the picture to the size of its largest rendition, so that all later steps cost less. */
public final class Shrink {
  private Shrink() {}

  public static Progress<Decoded> apply(Decoded picture) {
    return new Progress.At<>(picture.with(toBase(picture.bitmap(), picture)));
  }

  /** Shrinks a frame of the picture, which is not upright yet. */
  static Bitmap toBase(Bitmap frame, Decoded picture) {
    Plan plan = picture.plan();
    boolean swapped = picture.looks().orientation() >= 5;
    return LanczosResizer.resize(
        frame,
        swapped ? plan.baseHeight() : plan.baseWidth(),
        swapped ? plan.baseWidth() : plan.baseHeight());
  }
}
