package dev.darkroom.video.frame;

import dev.darkroom.codec.h264.Pps;
import dev.darkroom.codec.h264.SliceHeader;
import dev.darkroom.codec.h264.Sps;
import org.jcodec.codecs.h264.io.model.PictureParameterSet;
import org.jcodec.codecs.h264.io.model.SeqParameterSet;
import org.jcodec.codecs.h264.io.model.SliceType;
import org.jcodec.common.model.ColorSpace;

/**
 * Converts parsed parameter sets and slice headers to JCodec's, as far as intra slices use them.
 */
final class JcodecParameters {
  private static final int NO_DEBLOCKING = -26;

  private JcodecParameters() {}

  /** Gives the height in frames, as frames are coded the same way if a stream may have fields. */
  static SeqParameterSet of(Sps sps) {
    var set = new SeqParameterSet();
    set.profileIdc = sps.profile();
    set.levelIdc = sps.level();
    set.chromaFormatIdc = ColorSpace.YUV420J;
    set.picWidthInMbsMinus1 = sps.widthInMbs() - 1;
    set.picHeightInMapUnitsMinus1 = sps.heightInMbs() - 1;
    set.frameMbsOnlyFlag = true;
    return set;
  }

  static PictureParameterSet of(Pps pps) {
    var set = new PictureParameterSet();
    set.entropyCodingModeFlag = pps.cabac();
    set.picInitQpMinus26 = pps.initialQp() - 26;
    set.chromaQpIndexOffset = pps.chromaQpOffset();
    set.extended = new PictureParameterSet.PPSExt();
    set.extended.transform8x8ModeFlag = pps.transform8x8();
    set.extended.secondChromaQpIndexOffset = pps.secondChromaQpOffset();
    if (pps.scaling() != null) {
      set.extended.scalingMatrix = pps.scaling().lists().subList(0, 8).toArray(int[][]::new);
    }
    return set;
  }

  static org.jcodec.codecs.h264.io.model.SliceHeader of(SliceHeader header, SeqParameterSet sps) {
    var slice = new org.jcodec.codecs.h264.io.model.SliceHeader();
    slice.sps = sps;
    slice.pps = of(header.pps());
    slice.firstMbInSlice = header.firstMb();
    slice.sliceType = SliceType.I;
    slice.sliceQpDelta = header.qp() - header.pps().initialQp();
    slice.disableDeblockingFilterIdc = header.deblocking();
    // JCodec deblocks slices that switch it off, too; an offset below all thresholds stops it.
    slice.sliceAlphaC0OffsetDiv2 = header.deblocking() == 1 ? NO_DEBLOCKING : header.alphaOffset();
    slice.sliceBetaOffsetDiv2 = header.betaOffset();
    return slice;
  }
}
