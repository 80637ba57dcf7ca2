package dev.darkroom.image.step;

import dev.darkroom.stage.job.Progress;

/** Converts colors to sRGB, which also applies to files without a profile. */
public final class ToSrgbColors {
  private ToSrgbColors() {}

  public static Progress<Decoded> apply(Decoded picture) {
    Colors.conversion(picture.looks().profile(), picture.looks().gray())
        .ifPresent(conversion -> conversion.convert(picture.bitmap()));
    return new Progress.At<>(picture);
  }
}
