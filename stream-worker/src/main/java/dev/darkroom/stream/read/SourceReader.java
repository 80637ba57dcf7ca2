package dev.darkroom.stream.read;

import dev.darkroom.contract.stream.StreamPlan;
import dev.darkroom.contract.stream.StreamPlan.Slice;
import dev.darkroom.contract.stream.StreamPlan.Source;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.stage.store.PiecewiseStream;
import dev.darkroom.stage.stream.StreamInput;
import dev.darkroom.stage.stream.StreamInput.Range;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/** Reads what the parts of a stream are made from. */
public final class SourceReader {
  /** Bytes between two ranges that are cheaper to read and drop than another request. */
  private static final long SMALL_GAP = 512 << 10;

  private final ObjectStore store;
  private final StreamPlan plan;

  public SourceReader(ObjectStore store, StreamPlan plan) {
    this.store = store;
    this.plan = plan;
  }

  /** Reads the input of a part. */
  public StreamInput input(Slice slice) throws IOException {
    try (InputStream body = open(plan.inputs(), slice.from(), slice.length())) {
      return StreamInput.parse(body.readAllBytes());
    }
  }

  /**
   * Writes the payload of an input: the bytes of its ranges, in order.
   *
   * @throws SourceGone if the source is no longer what it was
   */
  public void copy(List<Range> ranges, OutputStream out) throws IOException {
    copy(plan.source(), ranges, out);
  }

  /**
   * Writes ranges of a file, in order.
   *
   * @throws SourceGone if the file is no longer what it was
   */
  public void copy(Source file, List<Range> ranges, OutputStream out) throws IOException {
    int next = 0;
    while (next < ranges.size()) {
      int end = together(ranges, next);
      copyTogether(file, ranges.subList(next, end), out);
      next = end;
    }
  }

  /** Returns the end of the ranges that one request reads. */
  private static int together(List<Range> ranges, int first) {
    int end = first + 1;
    while (end < ranges.size()) {
      long gap = ranges.get(end).from() - end(ranges.get(end - 1));
      if (gap < 0 || gap > SMALL_GAP) {
        break;
      }
      end++;
    }
    return end;
  }

  private void copyTogether(Source file, List<Range> ranges, OutputStream out) throws IOException {
    long at = ranges.getFirst().from();
    try (InputStream body = open(file, at, end(ranges.getLast()) - at)) {
      for (Range range : ranges) {
        body.skipNBytes(range.from() - at);
        copy(body, range.length(), out);
        at = end(range);
      }
    }
  }

  private static void copy(InputStream body, int length, OutputStream out) throws IOException {
    byte[] buffer = new byte[Math.min(length, 64 << 10)];
    for (int left = length; left > 0; ) {
      int read = body.read(buffer, 0, Math.min(left, buffer.length));
      if (read < 0) {
        throw new EOFException("the connection ended before the range did");
      }
      out.write(buffer, 0, read);
      left -= read;
    }
  }

  private static long end(Range range) {
    return range.from() + range.length();
  }

  private InputStream open(Source source, long from, long length) {
    return new PiecewiseStream(store, source.key(), source.etag(), from, length, SourceGone::new);
  }
}
