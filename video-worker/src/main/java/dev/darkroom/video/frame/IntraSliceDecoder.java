package dev.darkroom.video.frame;

import org.jcodec.codecs.h264.decode.DeblockerInput;
import org.jcodec.codecs.h264.decode.DecoderState;
import org.jcodec.codecs.h264.decode.MBlock;
import org.jcodec.codecs.h264.decode.MBlockDecoderIntra16x16;
import org.jcodec.codecs.h264.decode.MBlockDecoderIntraNxN;
import org.jcodec.codecs.h264.decode.SliceDecoder;
import org.jcodec.codecs.h264.decode.aso.MapManager;
import org.jcodec.codecs.h264.decode.aso.Mapper;
import org.jcodec.codecs.h264.io.model.Frame;
import org.jcodec.codecs.h264.io.model.MBType;
import org.jcodec.codecs.h264.io.model.SliceHeader;
import org.jcodec.codecs.h264.io.model.SliceType;
import org.jcodec.common.IntObjectMap;
import org.jcodec.common.model.Picture;

/** Decodes intra macroblocks with JCodec, but scales chroma with {@link ChromaScaling}. */
final class IntraSliceDecoder extends SliceDecoder {
  private final MBlockDecoderIntraNxN small;
  private final MBlockDecoderIntra16x16 large;

  IntraSliceDecoder(SliceHeader slice, DeblockerInput deblocking, Frame frame) {
    super(slice.sps, new Frame[0], new IntObjectMap<>(), deblocking, frame);
    Mapper mapper = new MapManager(slice.sps, slice.pps).getMapper(slice);
    var state = new DecoderState(slice);
    small = new Small(mapper, slice, deblocking, state);
    large = new Large(mapper, slice, deblocking, state);
  }

  @Override
  public void decode(MBlock block, SliceType type, Picture macroblock, Frame[][] references) {
    if (block.curMbType == MBType.I_NxN) {
      small.decode(block, macroblock);
    } else {
      large.decode(block, macroblock);
    }
  }

  private static boolean needsScaling(MBlock block, SliceHeader slice) {
    return block.cbpChroma() != 0 && slice.pps.extended.scalingMatrix != null;
  }

  private static final class Small extends MBlockDecoderIntraNxN {
    Small(Mapper mapper, SliceHeader slice, DeblockerInput deblocking, DecoderState state) {
      super(mapper, slice, deblocking, 0, state);
    }

    @Override
    public void decodeChroma(
        MBlock block, int x, int y, boolean left, boolean top, Picture macroblock, int qp) {
      if (needsScaling(block, sh)) {
        ChromaScaling.apply(block, sh.pps, qp, scalingMatrix);
      }
      super.decodeChroma(block, x, y, left, top, macroblock, qp);
    }
  }

  private static final class Large extends MBlockDecoderIntra16x16 {
    Large(Mapper mapper, SliceHeader slice, DeblockerInput deblocking, DecoderState state) {
      super(mapper, slice, deblocking, 0, state);
    }

    @Override
    public void decodeChroma(
        MBlock block, int x, int y, boolean left, boolean top, Picture macroblock, int qp) {
      if (needsScaling(block, sh)) {
        ChromaScaling.apply(block, sh.pps, qp, scalingMatrix);
      }
      super.decodeChroma(block, x, y, left, top, macroblock, qp);
    }
  }
}
