package dev.darkroom.codec.h264;

import dev.darkroom.codec.BitReader;
import dev.darkroom.codec.Malformed;
import org.jspecify.annotations.Nullable;

/**
 * A sequence parameter set (7.3.2.1.1).
 *
 * @param chromaFormat 0 for none, 1 for 4:2:0, 2 for 4:2:2, 3 for 4:4:4
 * @param bitDepth bits per sample of luma or chroma, whichever has more
 * @param lossless qpprime_y_zero_transform_bypass_flag
 * @param scaling null if quantization is flat
 * @param frameNumBits length of frame_num in slice headers
 * @param picOrderCountType how slice headers give the order of pictures
 * @param picOrderCountBits length of pic_order_cnt_lsb in slice headers
 * @param picOrderDeltas whether slice headers contain delta_pic_order_cnt
 * @param widthInMbs width of the coded picture in macroblocks of 16×16 pixels
 * @param heightInMbs height of a coded frame in macroblocks
 * @param frameMbsOnly whether there are no fields
 * @param mbaff whether frames mix frame and field macroblocks
 */
public record Sps(
    int id,
    int profile,
    int level,
    int chromaFormat,
    int bitDepth,
    boolean lossless,
    @Nullable ScalingLists scaling,
    int frameNumBits,
    int picOrderCountType,
    int picOrderCountBits,
    boolean picOrderDeltas,
    int widthInMbs,
    int heightInMbs,
    boolean frameMbsOnly,
    boolean mbaff,
    Crop crop,
    Vui vui) {

  /** No level of annex A allows more than 139,264 macroblocks, or a side over √(8 × these). */
  private static final int MAX_MBS = 1055;

  /** Margins that are cut off the coded picture, in luma samples. */
  public record Crop(int left, int right, int top, int bottom) {}

  public int codedWidth() {
    return 16 * widthInMbs;
  }

  public int codedHeight() {
    return 16 * heightInMbs;
  }

  public int width() {
    return codedWidth() - crop.left - crop.right;
  }

  public int height() {
    return codedHeight() - crop.top - crop.bottom;
  }

  /** Reads a set's RBSP. */
  static Sps parse(byte[] rbsp) throws Malformed {
    var in = new BitReader(rbsp);
    int profile = in.bits(8);
    in.skip(8);
    int level = in.bits(8);
    int id = in.ue(31, "seq_parameter_set_id");
    int chromaFormat = 1;
    int bitDepth = 8;
    boolean lossless = false;
    ScalingLists scaling = null;
    if (hasChromaFormat(profile)) {
      chromaFormat = in.ue(3, "chroma_format_idc");
      if (chromaFormat == 3) {
        in.skip(1);
      }
      int luma = in.ue(6, "bit_depth_luma_minus8");
      int chroma = in.ue(6, "bit_depth_chroma_minus8");
      bitDepth = 8 + Math.max(luma, chroma);
      lossless = in.flag();
      if (in.flag()) {
        scaling = ScalingLists.ofSequence(in, chromaFormat == 3 ? 12 : 8);
      }
    }
    int frameNumBits = 4 + in.ue(12, "log2_max_frame_num_minus4");
    int orderType = in.ue(2, "pic_order_cnt_type");
    int orderBits = orderType == 0 ? 4 + in.ue(12, "log2_max_pic_order_cnt_lsb_minus4") : 0;
    boolean orderDeltas = orderType == 1 && orderDeltas(in);
    in.ue(16, "max_num_ref_frames");
    in.skip(1);
    int width = 1 + in.ue(MAX_MBS - 1, "pic_width_in_mbs_minus1");
    int mapUnits = 1 + in.ue(MAX_MBS - 1, "pic_height_in_map_units_minus1");
    boolean frameMbsOnly = in.flag();
    boolean mbaff = !frameMbsOnly && in.flag();
    in.skip(1);
    int height = frameMbsOnly ? mapUnits : 2 * mapUnits;
    Crop crop = crop(in, chromaFormat, frameMbsOnly, 16 * width, 16 * height);
    Vui vui = in.flag() ? Vui.parse(in) : Vui.NONE;
    return new Sps(
        id,
        profile,
        level,
        chromaFormat,
        bitDepth,
        lossless,
        scaling,
        frameNumBits,
        orderType,
        orderBits,
        orderDeltas,
        width,
        height,
        frameMbsOnly,
        mbaff,
        crop,
        vui);
  }

  private static boolean hasChromaFormat(int profile) {
    return switch (profile) {
      case 100, 110, 122, 244, 44, 83, 86, 118, 128, 138, 139, 134, 135 -> true;
      default -> false;
    };
  }

  /** Skips the fields of pic_order_cnt_type 1. Returns whether slice headers refine them. */
  private static boolean orderDeltas(BitReader in) throws Malformed {
    boolean alwaysZero = in.flag();
    in.se();
    in.se();
    for (int left = in.ue(255, "num_ref_frames_in_pic_order_cnt_cycle"); left > 0; left--) {
      in.se();
    }
    return !alwaysZero;
  }

  /** Reads the cropping rectangle (equations 7-19 to 7-22). */
  private static Crop crop(
      BitReader in, int chromaFormat, boolean frameMbsOnly, int width, int height)
      throws Malformed {
    if (!in.flag()) {
      return new Crop(0, 0, 0, 0);
    }
    int unitX = chromaFormat == 1 || chromaFormat == 2 ? 2 : 1;
    int unitY = (chromaFormat == 1 ? 2 : 1) * (frameMbsOnly ? 1 : 2);
    int left = unitX * in.ue(width, "frame_crop_left_offset");
    int right = unitX * in.ue(width, "frame_crop_right_offset");
    int top = unitY * in.ue(height, "frame_crop_top_offset");
    int bottom = unitY * in.ue(height, "frame_crop_bottom_offset");
    if (left + right >= width || top + bottom >= height) {
      throw new Malformed(in.position() >>> 3, "nothing is left of the picture after cropping");
    }
    return new Crop(left, right, top, bottom);
  }
}
