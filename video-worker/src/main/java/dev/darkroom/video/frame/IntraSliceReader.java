package dev.darkroom.video.frame;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.h264.SliceHeader;
import dev.darkroom.stage.batch.Deadline;
import java.io.Serial;
import java.nio.ByteBuffer;
import org.jcodec.codecs.common.biari.MDecoder;
import org.jcodec.codecs.h264.decode.CAVLCReader;
import org.jcodec.codecs.h264.decode.MBlock;
import org.jcodec.codecs.h264.decode.SliceReader;
import org.jcodec.codecs.h264.decode.aso.MapManager;
import org.jcodec.codecs.h264.io.CABAC;
import org.jcodec.codecs.h264.io.CAVLC;
import org.jcodec.codecs.h264.io.model.MBType;
import org.jcodec.codecs.h264.io.model.NALUnit;
import org.jcodec.codecs.h264.io.model.NALUnitType;
import org.jcodec.codecs.h264.io.model.PictureParameterSet;
import org.jcodec.codecs.h264.io.model.SeqParameterSet;
import org.jcodec.common.io.BitReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads macroblocks with JCodec, and stops at the end of the data, when the time is up, and at
 * macroblocks that JCodec cannot decode.
 */
final class IntraSliceReader extends SliceReader {
  /** mb_type in I slices (ITU-T H.264, table 7-11). */
  private static final int I_PCM = 25;

  private static final int BLOCKS_PER_TIME_CHECK = 256;

  private final BitReader bits;
  private final boolean cabac;
  private final Deadline budget;
  private int blocks;

  private IntraSliceReader(
      org.jcodec.codecs.h264.io.model.SliceHeader slice,
      BitReader bits,
      @Nullable MDecoder arithmetic,
      Deadline budget) {
    super(
        slice.pps,
        new CABAC(slice.sps.picWidthInMbsMinus1 + 1),
        cavlc(slice.sps, slice.pps),
        arithmetic,
        bits,
        new MapManager(slice.sps, slice.pps).getMapper(slice),
        slice,
        new NALUnit(NALUnitType.IDR_SLICE, 1));
    this.bits = bits;
    this.cabac = arithmetic != null;
    this.budget = budget;
  }

  static IntraSliceReader of(
      SliceHeader header, SeqParameterSet sps, byte[] payload, Deadline budget) throws Malformed {
    var slice = JcodecParameters.of(header, sps);
    boolean cabac = header.pps().cabac();
    // CABAC data is byte-aligned (7.3.4).
    int start = (int) (cabac ? (header.dataBit() + 7) / 8 : header.dataBit() / 8);
    if (payload.length - start < 2) {
      throw new Malformed(start, "a slice without macroblocks");
    }
    ByteBuffer data = ByteBuffer.wrap(payload, start, payload.length - start);
    BitReader bits = BitReader.createBitReader(data.duplicate());
    if (!cabac) {
      bits.readNBit((int) (header.dataBit() % 8));
    }
    return new IntraSliceReader(
        slice, bits, cabac ? arithmetic(header, slice, data) : null, budget);
  }

  private static MDecoder arithmetic(
      SliceHeader header, org.jcodec.codecs.h264.io.model.SliceHeader slice, ByteBuffer data) {
    int[][] contexts = new int[2][1024];
    new CABAC(1).initModels(contexts, slice.sliceType, 0, header.qp());
    return new BoundedArithmeticDecoder(data, contexts);
  }

  private static CAVLC[] cavlc(SeqParameterSet sps, PictureParameterSet pps) {
    return new CAVLC[] {
      new CAVLC(sps, pps, 2, 2), new CAVLC(sps, pps, 1, 1), new CAVLC(sps, pps, 1, 1)
    };
  }

  /** Thrown at a macroblock that JCodec cannot decode. */
  static final class Uncompressed extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;
  }

  /** Thrown when the time budget is used up. */
  static final class TimeIsUp extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;
  }

  @Override
  public boolean readMacroblock(MBlock block) {
    if (blocks++ % BLOCKS_PER_TIME_CHECK == 0 && budget.passed()) {
      throw new TimeIsUp();
    }
    return super.readMacroblock(block);
  }

  @Override
  public int decodeMBTypeI(int index, boolean left, boolean top, MBType leftType, MBType topType) {
    int type = super.decodeMBTypeI(index, left, top, leftType, topType);
    if (type == I_PCM) {
      throw new Uncompressed();
    }
    if (type > I_PCM) {
      throw new IllegalStateException("mb_type " + type);
    }
    return type;
  }

  /**
   * Tells whether the macroblocks ended where the data does. Past the end of the data, JCodec's bit
   * reader returns zeros, which look like more macroblocks.
   */
  boolean endedCleanly() {
    return cabac || !CAVLCReader.moreRBSPData(bits);
  }
}
