package dev.darkroom.codec.picture;

/**
 * A decoded video frame in 4:2:0: chroma has half of luma's width and height.
 *
 * @param visible the part to display
 * @param chromaCentered whether a chroma sample lies in the middle of its four luma samples instead
 *     of at their left edge
 */
public record YuvFrame(
    Plane y, Plane u, Plane v, Window visible, ColorSpace color, boolean chromaCentered) {

  /** A part of a plane, in its samples. */
  public record Window(double x, double y, double width, double height) {}

  /** Scales the visible part: averages where it shrinks, interpolates where it grows. */
  public Yuv444 scaled(int width, int height) {
    // A chroma sample at the left lies a quarter of its own width before the middle of its luma
    // samples.
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
