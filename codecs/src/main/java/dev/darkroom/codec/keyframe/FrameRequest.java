package dev.darkroom.codec.keyframe;

import dev.darkroom.codec.mp4.SampleEntry.Colour;
import org.jspecify.annotations.Nullable;

/**
 * How frames are wanted.
 *
 * @param size absent for that of the frames as they are decoded
 * @param toneMap from which colours frames of high dynamic range are brought to BT.709, 8 bits,
 *     limited range; absent to leave them as they are
 */
public record FrameRequest(PixelLayout layout, @Nullable Size size, @Nullable Colour toneMap) {

  /** Frames as they are decoded, but for 8 bits a sample. */
  public static FrameRequest asDecoded(PixelLayout layout) {
    return new FrameRequest(layout, null, null);
  }

  /** Every frame scaled to this, each output sample being the average of what it covers. */
  public FrameRequest scaledTo(int width, int height) {
    return new FrameRequest(layout, new Size(width, height), toneMap);
  }

  /** The same with these colours, where they are PQ or HLG (ITU-T H.273, table 3: 16 and 18). */
  public FrameRequest toneMapped(@Nullable Colour colour) {
    boolean high = colour != null && (colour.transfer() == 16 || colour.transfer() == 18);
    return new FrameRequest(layout, size, high ? colour : null);
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
