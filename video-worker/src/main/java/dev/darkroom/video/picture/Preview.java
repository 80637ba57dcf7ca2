package dev.darkroom.video.picture;

import dev.darkroom.codec.picture.RgbPicture;
import dev.darkroom.engine.foreign.AnimatedWebpWriter;
import dev.darkroom.engine.foreign.WebpOptions;
import dev.darkroom.video.still.Size;
import java.time.Duration;
import java.util.List;

/**
 * Makes {@code preview}: the whole video in three seconds, as an animated WebP. {@link
 * dev.darkroom.engine.foreign.NativeCodecs} must be available.
 *
 * @param edge the longer side, in pixels
 */
public record Preview(int edge) {
  public static final String NAME = "preview";

  private static final int MAX_FRAMES = 24;
  private static final int MILLIS = 3000;

  /** Few frames are shown longer, but not so long that nothing seems to move. */
  private static final int MAX_FRAME_MILLIS = 500;

  /**
   * @param scenes at least one, in order of time, upright and of one size
   */
  public OutputFile file(List<RgbPicture> scenes) {
    RgbPicture first = scenes.getFirst();
    Size size = new Size(first.width(), first.height()).within(edge);
    int frames = Math.min(MAX_FRAMES, scenes.size());
    Duration shown = Duration.ofMillis(Math.min(MAX_FRAME_MILLIS, MILLIS / frames));
    try (var writer = new AnimatedWebpWriter(size.width(), size.height(), 0, options())) {
      for (int i = 0; i < frames; i++) {
        RgbPicture scene = scenes.get((int) ((long) i * scenes.size() / frames));
        writer.add(scene.scaled(size.width(), size.height()).toBitmap(), shown);
      }
      return new OutputFile(
          NAME, "webp", "image/webp", size.width(), size.height(), writer.finish());
    }
  }

  /**
   * Encodes fast, as there are many frames, each shown for an eighth of a second. Not a constant:
   * the class of these options is initialized at run time, so no image heap may hold them.
   */
  private static WebpOptions options() {
    return new WebpOptions(65, 2, 100, false);
  }
}
