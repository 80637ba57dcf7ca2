package dev.darkroom.image.step;

import dev.darkroom.codec.header.Profile;
import dev.darkroom.codec.picture.Bitmap;
import dev.darkroom.contract.Media;
import dev.darkroom.contract.Missing;
import dev.darkroom.image.rendition.Plan;
import dev.darkroom.stage.job.Job;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A decoded picture, which becomes upright and sRGB in the next steps.
 *
 * @param plan the renditions to make
 * @param bitmap the pixels, at the plan's base size at least, in any orientation
 * @param looks what the stored pixels need
 * @param moving the animation, if there are more frames
 * @param left what the file holds beside the picture that is shown, if that is not all of it
 */
public record Decoded(
    Job job,
    Media media,
    Plan plan,
    Bitmap bitmap,
    Looks looks,
    @Nullable Moving moving,
    Optional<Missing> left) {

  /**
   * What stored pixels need to look right.
   *
   * @param orientation Exif's, 1 to 8
   * @param profile the color profile
   * @param gray whether the picture is gray
   */
  public record Looks(int orientation, Profile profile, boolean gray) {}

  Decoded with(Bitmap changed) {
    return new Decoded(job, media, plan, changed, looks, moving, left);
  }
}
