package dev.darkroom.engine.ffmpeg;

import dev.darkroom.codec.mp4.SampleEntry.Color;
import org.jspecify.annotations.Nullable;

/**
 * How frames are wanted.
 *
 * @param range which values samples use; after tone mapping it is limited
 * @param size absent for that of the frames as they are decoded
 * @param toneMap from which colors frames of high dynamic range are brought to BT.709, 8 bits,
 *     limited range; absent to leave them as they are
 */
public record FrameRequest(
    PixelLayout layout, SampleRange range, @Nullable Size size, @Nullable Color toneMap) {

  /** Frames of limited range, 8 bits a sample, in the size they are decoded in. */
  public static FrameRequest asDecoded(PixelLayout layout) {
    return new FrameRequest(layout, SampleRange.TO_LIMITED, null, null);
  }

  /** The same with samples of that range. */
  public FrameRequest ranging(SampleRange other) {
    return new FrameRequest(layout, other, size, toneMap);
  }

  /** Every frame scaled to this, each output sample being the average of what it covers. */
  public FrameRequest scaledTo(int width, int height) {
    return new FrameRequest(layout, range, new Size(width, height), toneMap);
  }

  /** The same with these colors, where they are PQ or HLG (ITU-T H.273, table 3: 16 and 18). */
  public FrameRequest toneMapped(@Nullable Color color) {
    boolean high = color != null && (color.transfer() == 16 || color.transfer() == 18);
    return new FrameRequest(layout, range, size, high ? color : null);
  }

  /** In pixels. */
  public record Size(int width, int height) {
    public Size {
      if (width < 1 || height < 1) {
        throw new IllegalArgumentException(width + "×" + height + " is no size");
      }
    }
  }
}
