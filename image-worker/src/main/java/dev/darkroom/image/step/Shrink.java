package dev.darkroom.image.step;

import dev.darkroom.codec.picture.Bitmap;
import dev.darkroom.image.rendition.Plan;
import dev.darkroom.image.resize.Resizing;
import dev.darkroom.stage.job.Progress;

/** Makes the picture as small as its largest rendition, so that whatever follows costs less. */
public final class Shrink {
  private Shrink() {}

  public static Progress<Decoded> apply(Decoded picture) {
    return new Progress.At<>(
        picture.with(toBase(picture.bitmap(), picture.plan(), picture.looks().orientation())));
  }

  /**
   * @param orientation that has yet to be applied
   */
  static Bitmap toBase(Bitmap bitmap, Plan plan, int orientation) {
    boolean swapped = orientation >= 5;
    return Resizing.resize(
        bitmap,
        swapped ? plan.baseHeight() : plan.baseWidth(),
        swapped ? plan.baseWidth() : plan.baseHeight());
  }
}
