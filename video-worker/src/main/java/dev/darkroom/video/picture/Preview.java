package dev.darkroom.video.picture;

import dev.darkroom.codec.picture.RgbPicture;
import dev.darkroom.engine.foreign.AnimatedWebpWriter;
import dev.darkroom.engine.foreign.WebpOptions;
import dev.darkroom.video.still.Size;
import java.time.Duration;
import java.util.List;

/** {@code preview}: all of a video in three seconds, as an animated WebP; libwebp must be there. */
public final class Preview {
  public static final String NAME = "preview";

  private static final int MOST_FRAMES = 24;
  private static final int MILLIS = 3000;

  /** Few frames are shown longer, but not so long that nothing seems to move. */
  private static final int LONGEST_MILLIS = 500;

  /** Fast, as there are many frames; they are seen for an eighth of a second each. */
  private static final WebpOptions OPTIONS = new WebpOptions(65, 2, 100, false);

  private final int edge;

  /**
   * @param edge the longer side, in pixels
   */
  public Preview(int edge) {
    this.edge = edge;
  }

  /**
   * @param scenes at least one, in the order of time, upright and of one size
   */
  public PictureFile file(List<RgbPicture> scenes) {
    RgbPicture first = scenes.getFirst();
    Size size = new Size(first.width(), first.height()).within(edge);
    int frames = Math.min(MOST_FRAMES, scenes.size());
    Duration shown = Duration.ofMillis(Math.min(LONGEST_MILLIS, MILLIS / frames));
    try (var writer = new AnimatedWebpWriter(size.width(), size.height(), 0, OPTIONS)) {
      for (int i = 0; i < frames; i++) {
        RgbPicture scene = scenes.get((int) ((long) i * scenes.size() / frames));
        writer.add(scene.scaled(size.width(), size.height()).toBitmap(), shown);
      }
      return new PictureFile(
          NAME, NAME + ".webp", "image/webp", size.width(), size.height(), writer.finish());
    }
  }
}
