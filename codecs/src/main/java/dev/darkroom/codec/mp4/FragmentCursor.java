package dev.darkroom.codec.mp4;

import dev.darkroom.codec.Malformed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Walks the runs of fragments. */
final class FragmentCursor implements SampleCursor {
  private final List<FragmentRun> runs;
  private int run;
  private int row;
  private long offset;
  private long time;

  FragmentCursor(List<FragmentRun> runs) {
    this.runs = runs;
  }

  @Override
  public @Nullable Sample next() throws Malformed {
    while (run < runs.size() && row == runs.get(run).count()) {
      run++;
      row = 0;
    }
    if (run == runs.size()) {
      return null;
    }
    FragmentRun current = runs.get(run);
    if (row == 0) {
      offset = current.offset();
      time = current.time();
    }
    long size = current.size(row);
    if (offset < 0 || size > Integer.MAX_VALUE) {
      throw current.rows().malformed("a sample outside of the file");
    }
    var sample =
        new Sample(
            offset,
            (int) size,
            time,
            current.duration(row),
            current.compositionOffset(row),
            current.isKeyframe(row),
            current.defaults().entry());
    row++;
    offset += size;
    time += sample.duration();
    return sample;
  }
}
