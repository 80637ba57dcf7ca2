package dev.darkroom.codec.h264;

import dev.darkroom.codec.BitReader;
import dev.darkroom.codec.Malformed;

/**
 * The part of the video usability information that says how pictures look (E.1.1).
 *
 * @param pixelAspect width of a pixel relative to its height; 0 if not stated
 * @param fullRange whether samples use all values
 * @param primaries colour_primaries of ITU-T H.273; 2 if not stated
 * @param transfer transfer_characteristics of ITU-T H.273; 2 if not stated
 * @param matrix matrix_coefficients of ITU-T H.273; 2 if not stated
 * @param chromaCentered whether chroma samples lie horizontally between two luma samples, as in
 *     MPEG-1 and JPEG, not at the left one (figure E-1)
 */
public record Vui(
    double pixelAspect,
    boolean fullRange,
    int primaries,
    int transfer,
    int matrix,
    boolean chromaCentered) {
  static final Vui NONE = new Vui(0, false, 2, 2, 2, false);

  private static final int EXTENDED_SAR = 255;

  /** Width and height of a pixel by aspect_ratio_idc (table E-1). */
  private static final int[][] ASPECTS = {
    {0, 0}, {1, 1}, {12, 11}, {10, 11}, {16, 11}, {40, 33}, {24, 11}, {20, 11}, {32, 11}, {80, 33},
    {18, 11}, {15, 11}, {64, 33}, {160, 99}, {4, 3}, {3, 2}, {2, 1}
  };

  /** Reads up to the chroma location; the rest is about timing. */
  static Vui parse(BitReader in) throws Malformed {
    double aspect = in.flag() ? aspect(in) : 0;
    if (in.flag()) {
      in.skip(1);
    }
    boolean fullRange = false;
    int primaries = 2;
    int transfer = 2;
    int matrix = 2;
    if (in.flag()) {
      in.skip(3);
      fullRange = in.flag();
      if (in.flag()) {
        primaries = in.bits(8);
        transfer = in.bits(8);
        matrix = in.bits(8);
      }
    }
    boolean centered = false;
    if (in.flag()) {
      centered = in.ue(5, "chroma_sample_loc_type_top_field") % 2 == 1;
      in.ue(5, "chroma_sample_loc_type_bottom_field");
    }
    return new Vui(aspect, fullRange, primaries, transfer, matrix, centered);
  }

  private static double aspect(BitReader in) throws Malformed {
    int idc = in.bits(8);
    int width = 0;
    int height = 0;
    if (idc == EXTENDED_SAR) {
      width = in.bits(16);
      height = in.bits(16);
    } else if (idc < ASPECTS.length) {
      width = ASPECTS[idc][0];
      height = ASPECTS[idc][1];
    }
    return width == 0 || height == 0 ? 0 : width / (double) height;
  }
}
