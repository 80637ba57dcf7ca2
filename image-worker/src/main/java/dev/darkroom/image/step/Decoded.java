package dev.darkroom.image.step;

import dev.darkroom.codec.header.Profile;
import dev.darkroom.codec.picture.Bitmap;
import dev.darkroom.contract.Media;
import dev.darkroom.image.rendition.Plan;
import dev.darkroom.stage.job.Job;
import org.jspecify.annotations.Nullable;

/**
 * A picture in memory, on its way from as it is stored to as it is seen.
 *
 * @param plan what is to be made of it
 * @param bitmap at no less than the plan's base size, however it is turned
 * @param looks what has yet to be done to it
 * @param moving where there is more than this frame
 */
public record Decoded(
    Job job, Media media, Plan plan, Bitmap bitmap, Looks looks, @Nullable Moving moving) {

  /**
   * What stored pixels need to be seen rightly.
   *
   * @param orientation EXIF's, 1 to 8
   * @param profile of the colors
   * @param gray whether there are none
   */
  public record Looks(int orientation, Profile profile, boolean gray) {}

  Decoded with(Bitmap changed) {
    return new Decoded(job, media, plan, changed, looks, moving);
  }
}
