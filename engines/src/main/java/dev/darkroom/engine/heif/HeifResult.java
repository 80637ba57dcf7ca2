package dev.darkroom.engine.heif;

import dev.darkroom.codec.heif.HeifColor;
import dev.darkroom.codec.picture.Bitmap;
import dev.darkroom.engine.ffmpeg.EngineResult;

/** How decoding a picture can turn out. */
public sealed interface HeifResult {
  /**
   * @param bitmap cropped, turned and mirrored as the file says, in the file's own colors
   * @param color which colors those are
   * @param reduction that was applied
   * @param missingTiles how many of its tiles could not be decoded; they are gray
   */
  record Decoded(Bitmap bitmap, HeifColor color, int reduction, int missingTiles)
      implements HeifResult {}

  /** None of it could be decoded: absent engine, or an engine that stopped. */
  record Undecoded(EngineResult why) implements HeifResult {}

  /**
   * It is made in a way that is not known here.
   *
   * @param what in words
   */
  record Unsupported(String what) implements HeifResult {}
}
