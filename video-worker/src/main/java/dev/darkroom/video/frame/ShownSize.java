package dev.darkroom.video.frame;

import dev.darkroom.codec.h264.Sps;
import dev.darkroom.codec.mp4.SampleEntry;

/**
 * The part of a decoded picture that is shown, from its upper left corner, in pixels.
 *
 * <p>Some encoders do not crop the padding of the last macroblocks in the bitstream but state the
 * smaller size in the container (ISO/IEC 14496-15, 5.3.7).
 */
public record ShownSize(int width, int height) {
  /** Height and width of a macroblock, in pixels; interlaced video codes them in pairs. */
  private static final int MACROBLOCK = 16;

  /** Returns the codec's size, less the padding that only the container crops. */
  public static ShownSize of(SampleEntry entry, Sps sps) {
    return new ShownSize(
        shown(sps.width(), entry.width(), MACROBLOCK),
        shown(sps.height(), entry.height(), 2 * MACROBLOCK));
  }

  private static int shown(int codec, int container, int padding) {
    return container > 0 && container < codec && codec - container < padding ? container : codec;
  }
}
