package dev.darkroom.stage.stream;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * What a part is coded from: a fragmented MP4 of one track and one fragment.
 *
 * @param head all of the file up to the payload of its {@code mdat} box
 * @param ranges where the payload lies in the plan's source, in order
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier of bytes that nobody compares
public record StreamInput(byte[] head, List<Range> ranges) {
  private static final int RANGE_BYTES = Long.BYTES + Integer.BYTES;

  public StreamInput {
    ranges = List.copyOf(ranges);
  }

  /**
   * A range of the source.
   *
   * @param length in bytes
   */
  public record Range(long from, int length) {}

  /** Length of the payload, in bytes. */
  public long payload() {
    return ranges.stream().mapToLong(Range::length).sum();
  }

  /** Returns the input as it is stored: the head and the ranges, each with their length before. */
  public byte[] toBytes() {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeInt(head.length);
      out.write(head);
      out.writeInt(ranges.size());
      for (Range range : ranges) {
        out.writeLong(range.from);
        out.writeInt(range.length);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory is always writable", e);
    }
    return bytes.toByteArray();
  }

  /**
   * Reads an input from the form that {@link #toBytes} gives.
   *
   * @throws IllegalArgumentException if it has another form
   */
  public static StreamInput parse(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    byte[] head = new byte[count(in, 1)];
    in.get(head);
    int count = count(in, RANGE_BYTES);
    var ranges = new ArrayList<Range>(count);
    for (int i = 0; i < count; i++) {
      ranges.add(new Range(in.getLong(), in.getInt()));
    }
    return new StreamInput(head, ranges);
  }

  private static int count(ByteBuffer in, int each) {
    if (in.remaining() < Integer.BYTES) {
      throw new IllegalArgumentException("the input ends early");
    }
    int count = in.getInt();
    if (count < 0 || count > in.remaining() / each) {
      throw new IllegalArgumentException("the input ends early");
    }
    return count;
  }
}
