package dev.darkroom.video.frame;

import org.jcodec.codecs.h264.H264Const;
import org.jcodec.codecs.h264.decode.CoeffTransformer;
import org.jcodec.codecs.h264.decode.MBlock;
import org.jcodec.codecs.h264.io.model.PictureParameterSet;

/**
 * Scales chroma coefficients by scaling lists. JCodec uses the wrong list for the DC coefficients,
 * and rounds them where ITU-T H.264 does not.
 */
final class ChromaScaling {
  private static final int CB_LIST = 1;
  private static final int CR_LIST = 2;
  private static final int AC_CODED = 2;

  /** A coded block pattern that no stream has; JCodec then transforms the block without scaling. */
  private static final int SCALED = 4;

  /** normAdjust4x4(m, 0, 0), equation 8-315. */
  private static final int[] DC_NORM = {10, 11, 13, 14, 16, 18};

  private ChromaScaling() {}

  /**
   * @param qp of the macroblock's luma
   * @param lists in JCodec's order: intra Y, Cb and Cr first
   */
  static void apply(MBlock block, PictureParameterSet pps, int qp, int[][] lists) {
    boolean ac = (block.cbpChroma() & AC_CODED) != 0;
    int cbQp = qp(qp, pps.chromaQpIndexOffset);
    int crQp = qp(qp, pps.extended.secondChromaQpIndexOffset);
    scale(block.dc1, block.ac[1], ac, cbQp, lists[CB_LIST]);
    scale(block.dc2, block.ac[2], ac, crQp, lists[CR_LIST]);
    block._cbp = block.cbpLuma() | SCALED << 4;
  }

  /** Maps the luma quantizer to that of chroma (table 8-15). */
  private static int qp(int luma, int offset) {
    return H264Const.QP_SCALE_CR[Math.clamp(luma + offset, 0, 51)];
  }

  /** Scales DC by equations 8-328 to 8-330, and AC as JCodec does. */
  private static void scale(int[] dc, int[][] blocks, boolean ac, int qp, int[] list) {
    CoeffTransformer.invDC2x2(dc);
    for (int i = 0; i < dc.length; i++) {
      dc[i] = (dc[i] * DC_NORM[qp % 6] * list[0]) << (qp / 6) >> 5;
    }
    if (ac) {
      for (int i = 0; i < dc.length; i++) {
        CoeffTransformer.dequantizeAC(blocks[i], qp, list);
      }
    }
  }
}
