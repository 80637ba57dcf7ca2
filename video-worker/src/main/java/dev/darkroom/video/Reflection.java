package dev.darkroom.video;

import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.Media;
import dev.darkroom.contract.Missing;
import dev.darkroom.contract.Placeholder;
import dev.darkroom.contract.Rejection;
import dev.darkroom.contract.Rendition;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** The values that Jackson maps, which a native function must be told of. */
@RegisterForReflection(
    targets = {
      Manifest.class,
      Manifest.Original.class,
      Manifest.Processing.class,
      Media.class,
      Media.Color.class,
      Media.Picture.class,
      Media.Exposure.class,
      Media.Track.class,
      Media.Video.class,
      Missing.class,
      Placeholder.class,
      Rejection.class,
      Rendition.class
    })
final class Reflection {
  private Reflection() {}
}
