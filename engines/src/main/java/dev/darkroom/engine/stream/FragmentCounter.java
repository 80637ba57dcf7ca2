package dev.darkroom.engine.stream;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/** Counts the fragments of an MP4 that is written through it. */
final class FragmentCounter extends OutputStream {
  private static final int MOOF = 0x6d6f6f66;

  /** Bytes of a box's size and type. */
  private static final int BOX_HEAD = 8;

  private final OutputStream out;
  private final ByteBuffer head = ByteBuffer.allocate(BOX_HEAD);
  private long left;
  private int fragments;

  FragmentCounter(OutputStream out) {
    this.out = out;
  }

  int fragments() {
    return fragments;
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    out.write(bytes, offset, length);
    int at = offset;
    int end = offset + length;
    while (at < end) {
      int count = (int) Math.min(left > 0 ? left : head.remaining(), end - at);
      if (left > 0) {
        left -= count;
      } else {
        head.put(bytes, at, count);
        if (!head.hasRemaining()) {
          box();
        }
      }
      at += count;
    }
  }

  /** Steps over a box. ffmpeg writes no fragment of 4 GB here, so no size has 64 bits. */
  private void box() {
    head.flip();
    left = Math.max(0, Integer.toUnsignedLong(head.getInt()) - BOX_HEAD);
    if (head.getInt() == MOOF) {
      fragments++;
    }
    head.clear();
  }
}
