package dev.darkroom.video.step;

import dev.darkroom.contract.Missing;
import dev.darkroom.contract.Rendition;
import dev.darkroom.video.picture.PictureFile;

/** How making an output can turn out. */
public sealed interface Made {
  /** It is to be stored. */
  record Output(PictureFile file) implements Made {}

  /** It is stored already. */
  record Stored(Rendition rendition) implements Made {}

  /** This file cannot have it. */
  record Absent(Missing missing) implements Made {}
}
