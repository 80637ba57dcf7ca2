package dev.darkroom.video.frame;

import java.nio.ByteBuffer;
import org.jcodec.codecs.common.biari.MDecoder;
import org.jspecify.annotations.Nullable;

/** Stops at the end of the data, where JCodec's arithmetic decoder would decode zeros forever. */
final class BoundedArithmeticDecoder extends MDecoder {
  /** The decoder holds 9 bits, and reads a byte when they are used up (ITU-T H.264, 9.3.1.2). */
  private static final int BITS_READ_AHEAD = 16;

  /** Null while the superclass's constructor reads the first bytes. */
  private @Nullable ByteBuffer data;

  private int missing;

  /**
   * @param data at least two bytes
   */
  BoundedArithmeticDecoder(ByteBuffer data, int[][] contexts) {
    super(data, contexts);
    this.data = data;
  }

  @Override
  protected void readOneByte() {
    if (data != null && !data.hasRemaining() && ++missing > BITS_READ_AHEAD) {
      throw new IllegalStateException("the slice's data has ended");
    }
    super.readOneByte();
  }
}
