package dev.darkroom.video.picture;

import dev.darkroom.codec.picture.Plane;
import dev.darkroom.codec.picture.RgbPicture;
import dev.darkroom.video.still.Size;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * {@code storyboard.jpg}, tiles of a video in equal steps, and {@code storyboard.vtt}, which says
 * which tile is of which time: WebVTT whose cues name the picture with a spatial fragment (W3C
 * Media Fragments URI 1.0, 4.2.2), as players read it.
 */
public final class Storyboard {
  public static final String NAME = "storyboard";
  private static final String SHEET = NAME + ".jpg";

  /** A tile each so many seconds, but within these numbers. */
  private static final double SECONDS_A_TILE = 5;

  private static final int LEAST = 25;
  private static final int MOST = 100;

  private final int tileEdge;
  private final Encoder encoder;

  /**
   * @param tileEdge the longer side of a tile, in pixels
   */
  public Storyboard(int tileEdge, Encoder encoder) {
    this.tileEdge = tileEdge;
    this.encoder = encoder;
  }

  /** Into how many steps a video is parted. */
  public static int steps(double seconds) {
    return (int) Math.clamp(Math.ceil(seconds / SECONDS_A_TILE), LEAST, MOST);
  }

  /**
   * One picture for a part of the video.
   *
   * @param from in seconds
   * @param to in seconds
   */
  public record Scene(double from, double to, RgbPicture picture) {}

  /**
   * @param scenes at least one, in the order of time, pictures upright and of one size
   */
  public List<PictureFile> files(List<Scene> scenes) {
    RgbPicture first = scenes.getFirst().picture();
    Size tile = new Size(first.width(), first.height()).within(tileEdge);
    int columns = (int) Math.ceil(Math.sqrt(scenes.size()));
    int rows = Math.ceilDiv(scenes.size(), columns);
    var sheet = new Sheet(columns * tile.width(), rows * tile.height());
    var cues = new StringBuilder("WEBVTT\n");
    for (int i = 0; i < scenes.size(); i++) {
      Scene scene = scenes.get(i);
      int x = i % columns * tile.width();
      int y = i / columns * tile.height();
      sheet.put(scene.picture().scaled(tile.width(), tile.height()), x, y);
      cues.append('\n').append(time(scene.from())).append(" --> ").append(time(scene.to()));
      cues.append('\n').append(SHEET).append("#xywh=");
      cues.append(x).append(',').append(y).append(',');
      cues.append(tile.width()).append(',').append(tile.height()).append('\n');
    }
    byte[] vtt = cues.toString().getBytes(StandardCharsets.UTF_8);
    var files = new ArrayList<PictureFile>();
    files.add(encoder.jpeg(NAME, sheet.picture().toBitmap()));
    files.add(new PictureFile(NAME, NAME + ".vtt", "text/vtt", 0, 0, vtt));
    return files;
  }

  /** WebVTT, 4: hours of two digits or more. */
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

  /** A picture that others are put into. */
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
