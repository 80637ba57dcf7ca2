package dev.darkroom.bench.image;

import java.util.Random;

/**
 * Draws an artificial photograph: value noise in five octaves for surfaces and detail (K. Perlin,
 * "An Image Synthesizer", 1985, in its plainest form), hard edges, and the noise of a sensor. It
 * compresses like a photograph and is the same in every run.
 */
public final class Texture {
  private static final int[] CELLS = {700, 190, 60, 17, 5};
  private static final double[] STRENGTHS = {60, 40, 22, 12, 7};
  private static final double SENSOR_NOISE = 2.5;
  private static final int TILE = 250;

  private final int width;
  private final int height;
  private final Random random;

  public Texture(int width, int height, long seed) {
    this.width = width;
    this.height = height;
    this.random = new Random(seed);
  }

  /** Returns the pixels as {@code 0xffRRGGBB}. */
  public int[] pixels() {
    float[] luma = new float[width * height];
    for (int octave = 0; octave < CELLS.length; octave++) {
      add(luma, CELLS[octave], STRENGTHS[octave]);
    }
    float[] warm = new float[width * height];
    add(warm, CELLS[0] / 2, 35);
    float[] green = new float[width * height];
    add(green, CELLS[1], 20);
    int[] pixels = new int[luma.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int at = y * width + x;
        double light = 115 + luma[at] + edge(x, y) + random.nextGaussian() * SENSOR_NOISE;
        pixels[at] =
            0xff000000
                | level(light + warm[at]) << 16
                | level(light + green[at] - warm[at] / 3) << 8
                | level(light - warm[at]);
      }
    }
    return pixels;
  }

  /** Interpolates bilinearly in a grid of random values. */
  private void add(float[] plane, int cell, double strength) {
    int columns = width / cell + 2;
    float[] grid = new float[columns * (height / cell + 2)];
    for (int i = 0; i < grid.length; i++) {
      grid[i] = (float) ((random.nextDouble() * 2 - 1) * strength);
    }
    for (int y = 0; y < height; y++) {
      float down = (float) (y % cell) / cell;
      int row = y / cell * columns;
      for (int x = 0; x < width; x++) {
        float across = (float) (x % cell) / cell;
        int at = row + x / cell;
        float above = grid[at] + across * (grid[at + 1] - grid[at]);
        float below = grid[at + columns] + across * (grid[at + columns + 1] - grid[at + columns]);
        plane[y * width + x] += above + down * (below - above);
      }
    }
  }

  private static int edge(int x, int y) {
    boolean inside = (x / TILE + y / TILE) % 7 == 0 && x % TILE > TILE / 3;
    return inside ? 45 : 0;
  }

  private static int level(double value) {
    return Math.clamp(Math.round(value), 0, 255);
  }
}
