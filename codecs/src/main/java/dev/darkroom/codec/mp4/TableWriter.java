package dev.darkroom.codec.mp4;

import java.util.Arrays;

/**
 * Collects the samples of one track and writes their table (8.5.1). Keeps about ten bytes a sample.
 */
public final class TableWriter {
  private final Numbers sizes = new Numbers();
  private final Runs durations = new Runs();
  private final Runs offsets = new Runs();
  private final Numbers keyframes = new Numbers();
  private final Numbers chunkLengths = new Numbers();
  private final Numbers chunkStarts = new Numbers();
  private boolean reordered;
  private boolean dependent;
  private long start;
  private long ticks;
  private long lastTime;
  private long lastDuration;
  private long end = -1;

  /**
   * Adds a sample, in decoding order. It lasts until the next is decoded.
   *
   * @param sample its offset counts from any point that is the same for all samples of a movie
   */
  public void add(Sample sample) {
    if (sizes.count == 0) {
      start = sample.time();
    } else {
      last(sample.time() - lastTime);
    }
    lastTime = sample.time();
    lastDuration = sample.duration();
    sizes.add(sample.size());
    offsets.add(sample.compositionOffset());
    reordered |= sample.compositionOffset() != 0;
    dependent |= !sample.keyframe();
    if (sample.keyframe()) {
      keyframes.add(sizes.count);
    }
    if (sample.offset() == end) {
      chunkLengths.values[chunkLengths.count - 1]++;
    } else {
      chunkStarts.add((int) (sample.offset() >>> 32));
      chunkStarts.add((int) sample.offset());
      chunkLengths.add(1);
    }
    end = sample.offset() + sample.size();
  }

  private void last(long duration) {
    durations.add((int) duration);
    ticks += duration;
  }

  int count() {
    return sizes.count;
  }

  /** When the first sample is decoded, in ticks of the track. */
  long start() {
    return start;
  }

  /** Time from the first sample to the end of the last, in ticks of the track. */
  long ticks() {
    return sizes.count == 0 ? 0 : ticks + lastDuration;
  }

  /**
   * Writes the table.
   *
   * @param stsd payload of the box with the sample entries
   * @param shift what to add to the samples' offsets to get those in the file
   */
  void write(BoxWriter stbl, byte[] stsd, long shift) {
    stbl.box("stsd", box -> box.bytes(stsd));
    var times = durations.copy();
    if (sizes.count > 0) {
      times.add((int) lastDuration);
    }
    stbl.fullBox("stts", 0, 0, times::write);
    if (reordered) {
      stbl.fullBox("ctts", 1, 0, offsets::write);
    }
    if (dependent) {
      stbl.fullBox("stss", 0, 0, stss -> keyframes.write(stss.u32(keyframes.count)));
    }
    stbl.fullBox("stsc", 0, 0, this::chunks);
    stbl.fullBox("stsz", 0, 0, stsz -> sizes.write(stsz.u32(0).u32(sizes.count)));
    stbl.fullBox(
        "co64",
        0,
        0,
        co64 -> {
          co64.u32(chunkLengths.count);
          for (int i = 0; i < chunkLengths.count; i++) {
            long high = chunkStarts.values[2 * i];
            long low = Integer.toUnsignedLong(chunkStarts.values[2 * i + 1]);
            co64.u64((high << 32 | low) + shift);
          }
        });
  }

  /** Writes how many samples each chunk has, where that differs from the chunk before (8.7.4). */
  private void chunks(BoxWriter stsc) {
    var rows = new BoxWriter();
    int count = 0;
    for (int i = 0; i < chunkLengths.count; i++) {
      if (i == 0 || chunkLengths.values[i] != chunkLengths.values[i - 1]) {
        rows.u32(i + 1).u32(chunkLengths.values[i]).u32(1);
        count++;
      }
    }
    stsc.u32(count).bytes(rows.toByteArray());
  }

  /** Numbers of 32 bits. */
  private static final class Numbers {
    private int[] values = new int[16];
    private int count;

    void add(int value) {
      if (count == values.length) {
        values = Arrays.copyOf(values, 2 * count);
      }
      values[count++] = value;
    }

    void write(BoxWriter out) {
      for (int i = 0; i < count; i++) {
        out.u32(values[i]);
      }
    }
  }

  /** Numbers with how many times each comes in a row. */
  private static final class Runs {
    private final Numbers rows = new Numbers();

    void add(int value) {
      int last = rows.count - 1;
      if (last > 0 && rows.values[last] == value) {
        rows.values[last - 1]++;
      } else {
        rows.add(1);
        rows.add(value);
      }
    }

    Runs copy() {
      var copy = new Runs();
      copy.rows.values = rows.values.clone();
      copy.rows.count = rows.count;
      return copy;
    }

    void write(BoxWriter out) {
      rows.write(out.u32(rows.count / 2));
    }
  }
}
