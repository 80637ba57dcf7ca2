package dev.darkroom.video.frame;

import java.nio.ByteBuffer;
import org.jcodec.codecs.common.biari.MDecoder;
import org.jspecify.annotations.Nullable;

/** JCodec's, which past the end of its data would decode zeros for as long as asked. */
final class BoundedArithmeticDecoder extends MDecoder {
  /**
   * The decoder holds 9 bits and asks for a byte when the last one is used (ITU-T H.264, 9.3.1.2).
   */
  private static final int BITS_READ_AHEAD = 16;

  /** Absent while the parent's constructor reads the first bytes. */
  private @Nullable ByteBuffer data;

  private int missing;

  /**
   * @param data two bytes at least
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
