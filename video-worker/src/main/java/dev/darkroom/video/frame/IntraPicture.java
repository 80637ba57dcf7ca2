package dev.darkroom.video.frame;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.h264.SliceHeader;
import dev.darkroom.codec.h264.Sps;
import dev.darkroom.codec.picture.Plane;
import dev.darkroom.stage.batch.Deadline;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.jcodec.codecs.h264.decode.DeblockerInput;
import org.jcodec.codecs.h264.decode.deblock.DeblockingFilter;
import org.jcodec.codecs.h264.io.model.Frame;
import org.jcodec.codecs.h264.io.model.SeqParameterSet;
import org.jcodec.codecs.h264.io.model.SliceType;
import org.jcodec.common.model.ColorSpace;

/** Decodes one picture, slice by slice, with JCodec's slice decoder. */
final class IntraPicture {
  private final Sps sps;
  private final SeqParameterSet set;
  private final DeblockerInput deblocking;
  private final Frame frame;
  private int decoded;

  IntraPicture(Sps sps) {
    this.sps = sps;
    this.set = JcodecParameters.of(sps);
    this.deblocking = new DeblockerInput(set);
    int luma = sps.codedWidth() * sps.codedHeight();
    this.frame =
        new Frame(
            sps.codedWidth(),
            sps.codedHeight(),
            new byte[][] {new byte[luma], new byte[luma / 4], new byte[luma / 4]},
            ColorSpace.YUV420,
            null,
            0,
            SliceType.I,
            deblocking.mvs,
            deblocking.refsUsed,
            0);
  }

  /** The result of decoding a slice. */
  enum Slice {
    OK,
    DAMAGED,
    /** The slice has I_PCM macroblocks, whose samples JCodec skips. */
    UNCOMPRESSED
  }

  Sps sps() {
    return sps;
  }

  /**
   * Decodes the next slice. Slices must come in order and without gaps, so that no macroblock is
   * decoded twice.
   */
  Slice add(SliceHeader header, byte[] payload, Deadline budget)
      throws Malformed, TimeoutException {
    if (header.firstMb() != decoded || isComplete() || !header.sps().equals(sps)) {
      return Slice.DAMAGED;
    }
    IntraSliceReader reader = IntraSliceReader.of(header, set, payload, budget);
    try {
      new IntraSliceDecoder(reader.getSliceHeader(), deblocking, frame).decodeFromReader(reader);
    } catch (IntraSliceReader.Uncompressed e) {
      return Slice.UNCOMPRESSED;
    } catch (IntraSliceReader.TimeIsUp e) {
      throw new TimeoutException("decoding took too long");
    } catch (RuntimeException e) {
      // JCodec has no exception of its own: damage shows as an index out of bounds, an unknown code
      // or an early end of the data.
      return Slice.DAMAGED;
    }
    while (decoded < deblocking.shs.length && deblocking.shs[decoded] != null) {
      decoded++;
    }
    return reader.endedCleanly() ? Slice.OK : Slice.DAMAGED;
  }

  boolean isComplete() {
    return decoded == deblocking.shs.length;
  }

  /**
   * Deblocks the picture (8.7) and returns the planes of Y, Cb and Cr.
   *
   * @param draft whether to skip deblocking
   */
  List<Plane> finish(boolean draft) {
    if (!draft) {
      new DeblockingFilter(sps.widthInMbs(), 8, deblocking).deblockFrame(frame);
    }
    var planes = new ArrayList<Plane>();
    for (int i = 0; i < 3; i++) {
      byte[] samples = frame.getPlaneData(i);
      for (int k = 0; k < samples.length; k++) {
        // JCodec's samples are signed, centered on zero.
        samples[k] ^= (byte) 0x80;
      }
      planes.add(new Plane(samples, frame.getPlaneWidth(i), frame.getPlaneHeight(i)));
    }
    return planes;
  }
}
