package dev.darkroom.video.picture;

import dev.darkroom.codec.picture.Plane;
import dev.darkroom.codec.picture.RgbPicture;
import dev.darkroom.stage.job.OutputKeys;
import dev.darkroom.video.still.Size;
import java.util.List;
import java.util.Locale;

/**
 * Makes {@code storyboard}: a JPEG, tiles of a video in equal steps, and a list that maps times to
 * tiles: WebVTT whose cues name the picture with a spatial fragment (W3C Media Fragments URI 1.0,
 * 4.2.2), as players read it.
 *
 * @param tileEdge the longer side of a tile, in pixels
 */
public record Storyboard(int tileEdge, PictureEncoder encoder) {
  public static final String NAME = "storyboard";

  private static final double SECONDS_PER_TILE = 5;
  private static final int MIN_TILES = 25;
  private static final int MAX_TILES = 100;

  /** Returns the number of steps that a video of this length is divided into. */
  public static int steps(double seconds) {
    return (int) Math.clamp(Math.ceil(seconds / SECONDS_PER_TILE), MIN_TILES, MAX_TILES);
  }

  /**
   * @param scenes at least one, in order of time, pictures upright and of one size
   * @param keys where both files will be stored: the cues name the picture by its file name
   */
  public List<OutputFile> files(List<Scene> scenes, OutputKeys keys) {
    RgbPicture first = scenes.getFirst().picture();
    Size tile = new Size(first.width(), first.height()).within(tileEdge);
    int columns = (int) Math.ceil(Math.sqrt(scenes.size()));
    int rows = Math.ceilDiv(scenes.size(), columns);
    var sheet = new Sheet(columns * tile.width(), rows * tile.height());
    for (int i = 0; i < scenes.size(); i++) {
      RgbPicture picture = scenes.get(i).picture().scaled(tile.width(), tile.height());
      sheet.put(picture, i % columns * tile.width(), i / columns * tile.height());
    }
    OutputFile picture = encoder.jpeg(NAME, sheet.picture().toBitmap());
    String cues = cues(scenes, columns, tile, OutputKeys.fileName(picture.key(keys)));
    return List.of(picture, OutputFile.text(NAME, "vtt", "text/vtt", cues));
  }

  private static String cues(List<Scene> scenes, int columns, Size tile, String picture) {
    var cues = new StringBuilder("WEBVTT\n");
    for (int i = 0; i < scenes.size(); i++) {
      Scene scene = scenes.get(i);
      cues.append('\n').append(time(scene.from())).append(" --> ").append(time(scene.to()));
      cues.append('\n').append(picture).append("#xywh=");
      cues.append(i % columns * tile.width()).append(',');
      cues.append(i / columns * tile.height()).append(',');
      cues.append(tile.width()).append(',').append(tile.height()).append('\n');
    }
    return cues.toString();
  }

  /** Formats a WebVTT timestamp: hours of two digits or more (section 4). */
  private static String time(double seconds) {
    long millis = Math.round(seconds * 1000);
    return String.format(
        Locale.ROOT,
        "%02d:%02d:%02d.%03d",
        millis / 3_600_000,
        millis / 60_000 % 60,
        millis / 1000 % 60,
        millis % 1000);
  }

  /** A picture that tiles are copied into. */
  private static final class Sheet {
    private final Plane r;
    private final Plane g;
    private final Plane b;

    Sheet(int width, int height) {
      r = new Plane(new byte[width * height], width, height);
      g = new Plane(new byte[width * height], width, height);
      b = new Plane(new byte[width * height], width, height);
    }

    void put(RgbPicture tile, int x, int y) {
      put(tile.r(), r, x, y);
      put(tile.g(), g, x, y);
      put(tile.b(), b, x, y);
    }

    private static void put(Plane from, Plane to, int x, int y) {
      for (int row = 0; row < from.height(); row++) {
        System.arraycopy(
            from.samples(),
            row * from.width(),
            to.samples(),
            (y + row) * to.width() + x,
            from.width());
      }
    }

    RgbPicture picture() {
      return new RgbPicture(r, g, b);
    }
  }
}
