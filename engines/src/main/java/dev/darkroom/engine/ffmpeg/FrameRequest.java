package dev.darkroom.engine.ffmpeg;

import dev.darkroom.codec.mp4.SampleEntry.Color;
import org.jspecify.annotations.Nullable;

/**
 * The form in which decoded frames are wanted.
 *
 * @param range values that samples use; tone-mapped frames always have limited range
 * @param size null to keep the size of the decoded frames
 * @param toneMap colors of high dynamic range that frames are mapped from, to BT.709 in 8 bits;
 *     null to leave colors unchanged
 */
public record FrameRequest(
    PixelLayout layout, ColorRange range, @Nullable Size size, @Nullable Color toneMap) {

  /** Asks for frames of limited range and 8 bits per sample, in the size they are coded in. */
  public static FrameRequest asDecoded(PixelLayout layout) {
    return new FrameRequest(layout, ColorRange.TO_LIMITED, null, null);
  }

  /** Returns a copy that asks for a range. */
  public FrameRequest withRange(ColorRange other) {
    return new FrameRequest(layout, other, size, toneMap);
  }

  /** Returns a copy that scales every frame; each sample is the average of those it covers. */
  public FrameRequest scaledTo(int width, int height) {
    return new FrameRequest(layout, range, new Size(width, height), toneMap);
  }

  /** Returns a copy that maps tones from a color if that is PQ or HLG (H.273: 16 or 18). */
  public FrameRequest toneMapped(@Nullable Color color) {
    boolean high = color != null && ToneMap.isNeeded(color);
    return new FrameRequest(layout, range, size, high ? color : null);
  }

  /** A size in pixels. */
  public record Size(int width, int height) {
    public Size {
      if (width < 1 || height < 1) {
        throw new IllegalArgumentException(width + "×" + height + " is no size");
      }
    }

    /** Returns the size of a picture of this size after a quarter turn. */
    public Size transposed() {
      int turned = height;
      return new Size(turned, width);
    }
  }
}
