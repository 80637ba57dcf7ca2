package dev.darkroom.codec.heif;

import dev.darkroom.codec.BitReader;
import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.h264.NalUnit;
import dev.darkroom.codec.heif.TileCoding.Chroma;
import dev.darkroom.codec.mp4.SampleEntry.Color;

/** Reads the sequence parameter set in {@code hvcC} (ITU-T H.265, 7.3.2.2 and E.2.1). */
final class HevcSequence {
  private static final int ARRAYS = 22;
  private static final int UNIT_HEADER = 2;
  private static final int SPS = 33;
  private static final int EXTENDED_SAR = 255;

  /** Largest log2_max_pic_order_cnt_lsb_minus4 (7.4.3.2). */
  private static final int MAX_ORDER_BITS = 12;

  private static final int MAX_SETS = 64;
  private static final int MAX_PICTURES = 16;
  private static final Color UNKNOWN = new Color(2, 2, 2, null);

  private final BitReader in;
  private int chroma;
  private int bits;

  private HevcSequence(byte[] rbsp) {
    in = new BitReader(rbsp);
  }

  /** Finds the first set (ISO/IEC 14496-15, 8.3.3.1.2). */
  static SequenceHeader read(byte[] hvcC) throws Malformed {
    var config = new ByteReader(hvcC);
    for (int arrays = config.skip(ARRAYS).u8(); arrays > 0; arrays--) {
      int type = config.u8() & 63;
      for (int units = config.u16(); units > 0; units--) {
        ByteReader unit = config.slice(config.u16());
        if (type == SPS) {
          unit.skip(UNIT_HEADER);
          return new HevcSequence(NalUnit.unescape(unit.bytes(unit.remaining()))).read();
        }
      }
    }
    throw new Malformed(0, "no sequence parameter set");
  }

  private SequenceHeader read() throws Malformed {
    in.skip(4);
    int subLayers = in.bits(3);
    in.skip(1);
    profileAndLevel(subLayers);
    in.ue(15, "sps_seq_parameter_set_id");
    chroma = in.ue(3, "chroma_format_idc");
    in.skip(chroma == 3 ? 1 : 0);
    int width = in.ue();
    int height = in.ue();
    int cutX = 0;
    int cutY = 0;
    if (in.flag()) {
      // In units of chroma samples (7.4.3.2).
      cutX = (in.ue(1 << 16, "conf_win_left") + in.ue(1 << 16, "right")) * (halfWidth() ? 2 : 1);
      cutY = (in.ue(1 << 16, "conf_win_top") + in.ue(1 << 16, "bottom")) * (chroma == 1 ? 2 : 1);
    }
    if (width - cutX < 1 || height - cutY < 1) {
      throw new Malformed(0, "a coded picture of " + width + "×" + height);
    }
    bits = 8 + Math.max(in.ue(8, "bit_depth_luma"), in.ue(8, "bit_depth_chroma"));
    return new SequenceHeader(
        new Size(width - cutX, height - cutY),
        new Size(width, height),
        bits,
        Chroma.of(chroma),
        color(subLayers));
  }

  private boolean halfWidth() {
    return chroma == 1 || chroma == 2;
  }

  /** Skips profile_tier_level (7.3.3). */
  private void profileAndLevel(int subLayers) throws Malformed {
    in.skip(88 + 8);
    int present = in.bits(2 * subLayers);
    in.skip(subLayers > 0 ? 2L * (8 - subLayers) : 0);
    for (int i = 2 * subLayers - 1; i > 0; i -= 2) {
      in.skip(((present >> i) & 1) * 88 + ((present >> (i - 1)) & 1) * 8);
    }
  }

  /**
   * Reads on to the colors; they stay unknown if the way there is one that no still picture has.
   */
  private Color color(int subLayers) throws Malformed {
    int orderBits = 4 + in.ue(MAX_ORDER_BITS, "log2_max_pic_order_cnt_lsb");
    for (int i = in.flag() ? 0 : subLayers; i <= subLayers; i++) {
      skipNumbers(3);
    }
    skipNumbers(6);
    boolean scaled = in.flag();
    if (scaled && in.flag()) {
      skipScalingLists();
    }
    in.skip(2);
    if (in.flag()) {
      in.skip(8);
      skipNumbers(2);
      in.skip(1);
    }
    int sets = in.ue(MAX_SETS, "num_short_term_ref_pic_sets");
    for (int i = 0; i < sets; i++) {
      if (i > 0 && in.flag()) {
        return UNKNOWN;
      }
      int pictures = in.ue(MAX_PICTURES, "num_negative_pics") + in.ue(MAX_PICTURES, "positive");
      for (int j = 0; j < pictures; j++) {
        in.ue();
        in.skip(1);
      }
    }
    if (in.flag()) {
      in.skip((long) in.ue(32, "num_long_term_ref_pics") * (orderBits + 1));
    }
    in.skip(2);
    return in.flag() ? usability() : new Color(2, 2, 2, false);
  }

  private void skipNumbers(int count) throws Malformed {
    for (int i = 0; i < count; i++) {
      in.ue();
    }
  }

  /** Skips scaling_list_data (7.3.4). */
  private void skipScalingLists() throws Malformed {
    for (int size = 0; size < 4; size++) {
      for (int matrix = 0; matrix < 6; matrix += size == 3 ? 3 : 1) {
        if (in.flag()) {
          skipNumbers((size > 1 ? 1 : 0) + Math.min(64, 16 << (2 * size)));
        } else {
          in.ue();
        }
      }
    }
  }

  /** Reads vui_parameters, in which full range is false unless stated. */
  private Color usability() throws Malformed {
    boolean aspect = in.flag();
    if (aspect && in.bits(8) == EXTENDED_SAR) {
      in.skip(32);
    }
    in.skip(in.flag() ? 1 : 0);
    if (!in.flag()) {
      return new Color(2, 2, 2, false);
    }
    in.skip(3);
    boolean full = in.flag();
    return in.flag()
        ? new Color(in.bits(8), in.bits(8), in.bits(8), full)
        : new Color(2, 2, 2, full);
  }
}
