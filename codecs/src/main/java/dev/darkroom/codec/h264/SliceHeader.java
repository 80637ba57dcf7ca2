package dev.darkroom.codec.h264;

import dev.darkroom.codec.BitReader;
import dev.darkroom.codec.Malformed;

/**
 * A slice header (7.3.3). Headers of I slices are read completely, others only as far as is needed
 * to tell that they cannot be decoded here.
 *
 * @param firstMb address of the first macroblock
 * @param qp quantizer of the first macroblock, before its own difference; 0 if not read
 * @param deblocking edges to filter: 0 all, 1 none, 2 those within the slice
 * @param alphaOffset half of the deblocking filter's offset for alpha
 * @param betaOffset half of the deblocking filter's offset for beta
 * @param dataBit position in the unit's payload, in bits, where the header ends
 */
public record SliceHeader(
    int firstMb,
    boolean intra,
    boolean field,
    Sps sps,
    Pps pps,
    int qp,
    int deblocking,
    int alphaOffset,
    int betaOffset,
    long dataBit) {
  private static final int I = 2;

  /**
   * Reads a slice's header.
   *
   * @param sets parameter sets that the slice may name
   */
  public static SliceHeader parse(NalUnit unit, AvcConfig sets) throws Malformed {
    var in = new BitReader(unit.payload());
    int firstMb = in.ue();
    boolean intra = in.ue(9, "slice_type") % 5 == I;
    Pps pps = sets.pps().get(in.ue(255, "pic_parameter_set_id"));
    Sps sps = pps == null ? null : sets.sps().get(pps.spsId());
    if (pps == null || sps == null) {
      throw new Malformed(0, "a slice without its parameter sets");
    }
    if (sps.chromaFormat() == 3) {
      // A color plane may be named next; no such picture is decoded anyway.
      return incomplete(firstMb, intra, false, sps, pps, in);
    }
    in.bits(sps.frameNumBits());
    boolean field = false;
    if (!sps.frameMbsOnly() && in.flag()) {
      field = true;
      in.skip(1);
    }
    if (unit.type() == NalUnit.IDR_SLICE) {
      in.ue(65535, "idr_pic_id");
    }
    order(in, sps, pps, field);
    if (pps.redundantPictures()) {
      in.ue(127, "redundant_pic_cnt");
    }
    if (!intra || pps.sliceGroups() > 1) {
      return incomplete(firstMb, intra, field, sps, pps, in);
    }
    if (unit.refIdc() != 0) {
      marking(in, unit.type() == NalUnit.IDR_SLICE);
    }
    int qp = pps.initialQp() + in.se(-88, 77, "slice_qp_delta");
    if (qp > 51 || qp < 8 * 6 - 6 * sps.bitDepth()) {
      throw new Malformed(in.position() >>> 3, "a quantizer of " + qp + ", out of range");
    }
    int deblocking = 0;
    int alpha = 0;
    int beta = 0;
    if (pps.deblockingControl()) {
      deblocking = in.ue(2, "disable_deblocking_filter_idc");
      if (deblocking != 1) {
        alpha = in.se(-6, 6, "slice_alpha_c0_offset_div2");
        beta = in.se(-6, 6, "slice_beta_offset_div2");
      }
    }
    return new SliceHeader(
        firstMb, true, field, sps, pps, qp, deblocking, alpha, beta, in.position());
  }

  private static SliceHeader incomplete(
      int firstMb, boolean intra, boolean field, Sps sps, Pps pps, BitReader in) {
    return new SliceHeader(firstMb, intra, field, sps, pps, 0, 0, 0, 0, in.position());
  }

  private static void order(BitReader in, Sps sps, Pps pps, boolean field) throws Malformed {
    boolean bottom = pps.bottomFieldOrder() && !field;
    if (sps.picOrderCountType() == 0) {
      in.bits(sps.picOrderCountBits());
      if (bottom) {
        in.se();
      }
    } else if (sps.picOrderDeltas()) {
      in.se();
      if (bottom) {
        in.se();
      }
    }
  }

  /** Skips dec_ref_pic_marking() (7.3.3.3), which keyframes that are no IDR pictures have too. */
  private static void marking(BitReader in, boolean idr) throws Malformed {
    if (idr) {
      in.skip(2);
      return;
    }
    if (!in.flag()) {
      return;
    }
    int operation;
    do {
      operation = in.ue(6, "memory_management_control_operation");
      if (operation != 0 && operation != 5) {
        in.ue();
      }
      if (operation == 3) {
        in.ue();
      }
    } while (operation != 0);
  }
}
