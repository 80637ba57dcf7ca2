package dev.darkroom.engine.heif;

import dev.darkroom.codec.heif.HeifColor;
import dev.darkroom.codec.picture.Bitmap;
import dev.darkroom.engine.ffmpeg.EngineResult;

/** The outcome of decoding a picture. */
public sealed interface HeifResult {
  /**
   * At least one tile was decoded.
   *
   * @param bitmap cropped, rotated and mirrored as the file says, in the file's own colors
   * @param color the file's own colors
   * @param reduction divisor of the sides that was applied
   * @param missingTiles number of tiles that could not be decoded; they are gray
   */
  record Decoded(Bitmap bitmap, HeifColor color, int reduction, int missingTiles)
      implements HeifResult {}

  /** No tile was decoded: there is no engine, or it stopped. */
  record Undecoded(EngineResult why) implements HeifResult {}

  /**
   * The file's structure or coding is not known here.
   *
   * @param what in words
   */
  record Unsupported(String what) implements HeifResult {}
}
