package dev.darkroom.engine.heif;

import dev.darkroom.codec.mp4.SampleEntry.Color;
import dev.darkroom.codec.picture.Plane;
import dev.darkroom.engine.ffmpeg.RawFrame;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The planes of a whole picture, into which tiles are copied; overhanging parts are cut off. */
final class TileCanvas {
  private static final byte GRAY = (byte) 128;
  private static final byte OPAQUE = (byte) 255;

  private final TilePlan plan;
  private final List<Plane> planes = new ArrayList<>();
  private final BitSet tiles = new BitSet();
  private @Nullable Color color;

  /** Creates a canvas that is gray where tiles are missing. */
  static TileCanvas gray(TilePlan plan) {
    return new TileCanvas(plan, GRAY);
  }

  /** Creates a canvas for alpha, that is opaque where tiles are missing. */
  static TileCanvas opaque(TilePlan plan) {
    return new TileCanvas(plan, OPAQUE);
  }

  private TileCanvas(TilePlan plan, byte fill) {
    this.plan = plan;
    for (int i = 0; i < plan.layout().planes(); i++) {
      int width = plan.along(i, plan.width());
      int height = plan.along(i, plan.height());
      byte[] samples = new byte[width * height];
      Arrays.fill(samples, fill);
      planes.add(new Plane(samples, width, height));
    }
  }

  void put(int index, RawFrame tile) {
    if (color == null) {
      color = tile.color();
    }
    tiles.set(index);
    int column = index % plan.columns();
    int row = index / plan.columns();
    for (int i = 0; i < planes.size(); i++) {
      copy(
          tile.planes().get(i),
          planes.get(i),
          plan.along(i, column * plan.tileWidth()),
          plan.along(i, row * plan.tileHeight()));
    }
  }

  private static void copy(Plane from, Plane to, int x, int y) {
    int width = Math.min(from.width(), to.width() - x);
    int height = Math.min(from.height(), to.height() - y);
    for (int line = 0; line < height; line++) {
      System.arraycopy(
          from.samples(),
          line * from.width(),
          to.samples(),
          (y + line) * to.width() + x,
          Math.max(0, width));
    }
  }

  /** Number of tiles that were put here. */
  int tiles() {
    return tiles.cardinality();
  }

  List<Plane> planes() {
    return planes;
  }

  /** Color as the first tile states it. */
  Color color() {
    return color == null ? new Color(2, 2, 2, true) : color;
  }
}
