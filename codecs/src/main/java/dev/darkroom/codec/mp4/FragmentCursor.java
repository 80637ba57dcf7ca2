package dev.darkroom.codec.mp4;

import dev.darkroom.codec.Malformed;
import java.util.List;

/** Goes over the runs of fragments. */
final class FragmentCursor implements SampleCursor {
  private final List<FragmentRun> runs;
  private int run;
  private int row = -1;
  private long offset;
  private int size;
  private long time;
  private long duration;
  private int composition;
  private boolean keyframe;

  FragmentCursor(List<FragmentRun> runs) {
    this.runs = runs;
  }

  @Override
  public boolean next() throws Malformed {
    offset += size;
    time += duration;
    row++;
    while (run < runs.size() && row >= runs.get(run).count()) {
      run++;
      row = 0;
    }
    if (run == runs.size()) {
      return false;
    }
    FragmentRun current = runs.get(run);
    if (row == 0) {
      offset = current.offset();
      time = current.time();
    }
    long bytes = current.size(row);
    if (offset < 0 || bytes > Integer.MAX_VALUE) {
      throw current.rows().malformed("a sample outside of the file");
    }
    size = (int) bytes;
    duration = current.duration(row);
    composition = current.composition(row);
    keyframe = current.isKeyframe(row);
    return true;
  }

  @Override
  public long offset() {
    return offset;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public long time() {
    return time;
  }

  @Override
  public long duration() {
    return duration;
  }

  @Override
  public int compositionOffset() {
    return composition;
  }

  @Override
  public boolean keyframe() {
    return keyframe;
  }

  @Override
  public int entry() {
    return runs.get(run).defaults().entry();
  }
}
