package dev.darkroom.image.step;

import dev.darkroom.stage.job.Progress;

/** Brings colors to sRGB, which is what is meant where a file says nothing. */
public final class ToSrgbColors {
  private ToSrgbColors() {}

  public static Progress<Decoded> apply(Decoded picture) {
    Colors.conversion(picture.looks().profile(), picture.looks().gray())
        .ifPresent(conversion -> conversion.convert(picture.bitmap()));
    return new Progress.At<>(picture);
  }
}
