package dev.darkroom.codec.picture;

/**
 * A decoded frame in 4:2:0: chroma has half of luma's width and height.
 *
 * @param visible what of it is for display
 * @param chromaCentered whether chroma samples lie in the middle of four luma samples, not at the
 *     left of it, halfway down
 */
public record YuvFrame(
    Plane y, Plane u, Plane v, Window visible, ColorSpace color, boolean chromaCentered) {

  /** A part of a plane, in its samples. */
  public record Window(double x, double y, double width, double height) {}

  /** The visible part at this size: averaged where it shrinks, interpolated where it grows. */
  public Yuv444 scaled(int width, int height) {
    // A chroma sample at the left has its center a quarter of its own width before that of the
    // luma samples it is for.
    double shift = chromaCentered ? 0 : 0.25;
    var half = new Window(visible.x / 2, visible.y / 2, visible.width / 2, visible.height / 2);
    return new Yuv444(
        Resampler.resample(y, visible, width, height),
        Resampler.resample(u, half, shift, width, height),
        Resampler.resample(v, half, shift, width, height),
        color);
  }

  /** Planes of the same size. */
  public record Yuv444(Plane y, Plane u, Plane v, ColorSpace color) {
    public RgbPicture toRgb() {
      return color.toRgb(this);
    }
  }
}
