package dev.darkroom.codec.h264;

import dev.darkroom.codec.BitReader;
import dev.darkroom.codec.Malformed;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A picture parameter set (7.3.2.2).
 *
 * @param cabac whether entropy coding is arithmetic
 * @param bottomFieldOrder whether slice headers contain the order of the bottom field
 * @param sliceGroups more than one means flexible macroblock ordering, and that the rest of the set
 *     was not read
 * @param initialQp quantizer of a slice, before its own difference
 * @param chromaQpOffset quantizer offset of Cb
 * @param secondChromaQpOffset quantizer offset of Cr
 * @param scaling the picture's own lists or those of the sequence; null if quantization is flat
 */
public record Pps(
    int id,
    int spsId,
    boolean cabac,
    boolean bottomFieldOrder,
    int sliceGroups,
    int initialQp,
    int chromaQpOffset,
    int secondChromaQpOffset,
    boolean deblockingControl,
    boolean redundantPictures,
    boolean transform8x8,
    @Nullable ScalingLists scaling) {

  /**
   * Reads a set's RBSP.
   *
   * @param sequences sets known so far, one of which decides this set's syntax
   */
  static Pps parse(byte[] rbsp, Map<Integer, Sps> sequences) throws Malformed {
    var in = new BitReader(rbsp);
    int id = in.ue(255, "pic_parameter_set_id");
    int spsId = in.ue(31, "seq_parameter_set_id");
    Sps sequence = sequences.get(spsId);
    if (sequence == null) {
      throw new Malformed(0, "a picture parameter set without its sequence's");
    }
    boolean cabac = in.flag();
    boolean bottomFieldOrder = in.flag();
    int sliceGroups = 1 + in.ue(7, "num_slice_groups_minus1");
    if (sliceGroups > 1) {
      return new Pps(
          id, spsId, cabac, bottomFieldOrder, sliceGroups, 0, 0, 0, false, false, false, null);
    }
    in.ue(31, "num_ref_idx_l0_default_active_minus1");
    in.ue(31, "num_ref_idx_l1_default_active_minus1");
    in.skip(3);
    int initialQp = 26 + in.se(-62, 25, "pic_init_qp_minus26");
    in.se(-26, 25, "pic_init_qs_minus26");
    int chromaQpOffset = in.se(-12, 12, "chroma_qp_index_offset");
    boolean deblockingControl = in.flag();
    in.skip(1);
    boolean redundant = in.flag();
    boolean transform8x8 = false;
    int second = chromaQpOffset;
    ScalingLists scaling = sequence.scaling();
    if (in.moreRbspData()) {
      transform8x8 = in.flag();
      if (in.flag()) {
        int large = sequence.chromaFormat() == 3 ? 6 : 2;
        scaling = ScalingLists.ofPicture(in, transform8x8 ? 6 + large : 6, sequence.scaling());
      }
      second = in.se(-12, 12, "second_chroma_qp_index_offset");
    }
    return new Pps(
        id,
        spsId,
        cabac,
        bottomFieldOrder,
        sliceGroups,
        initialQp,
        chromaQpOffset,
        second,
        deblockingControl,
        redundant,
        transform8x8,
        scaling);
  }
}
