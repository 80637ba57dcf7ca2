package dev.darkroom.image.step;

import dev.darkroom.codec.picture.ExifOrientation;
import dev.darkroom.stage.job.Progress;

/** Turns and mirrors the picture as its Exif orientation says. */
public final class Upright {
  private Upright() {}

  public static Progress<Decoded> apply(Decoded picture) {
    return new Progress.At<>(
        picture.with(ExifOrientation.upright(picture.bitmap(), picture.looks().orientation())));
  }
}
