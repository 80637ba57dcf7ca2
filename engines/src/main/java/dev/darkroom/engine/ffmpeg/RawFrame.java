package dev.darkroom.engine.ffmpeg;

import dev.darkroom.codec.mp4.SampleEntry.Color;
import dev.darkroom.codec.picture.ColorSpace;
import dev.darkroom.codec.picture.Plane;
import dev.darkroom.codec.picture.YuvFrame;
import dev.darkroom.codec.picture.YuvFrame.Window;
import dev.darkroom.engine.ffmpeg.FrameRequest.Size;
import java.util.List;

/**
 * A decoded frame, cropped as its codec says.
 *
 * @param planes as many as the layout has
 * @param coded size as decoded, before any scaling
 * @param color the range that samples have now, and the coded frame's own primaries, transfer and
 *     matrix, of which 2 means unspecified (ITU-T H.273)
 */
public record RawFrame(PixelLayout layout, List<Plane> planes, Size coded, Color color) {
  public RawFrame {
    planes = List.copyOf(planes);
    if (planes.size() != layout.planes()) {
      throw new IllegalArgumentException(planes.size() + " planes for " + layout);
    }
  }

  public int width() {
    return planes.getFirst().width();
  }

  public int height() {
    return planes.getFirst().height();
  }

  /** Returns this frame, which must be of {@link PixelLayout#YUV420}, with its color space. */
  public YuvFrame yuv(ColorSpace space) {
    if (layout != PixelLayout.YUV420) {
      throw new IllegalStateException(layout + " is not 4:2:0");
    }
    return new YuvFrame(
        planes.get(0),
        planes.get(1),
        planes.get(2),
        new Window(0, 0, width(), height()),
        space,
        false);
  }
}
