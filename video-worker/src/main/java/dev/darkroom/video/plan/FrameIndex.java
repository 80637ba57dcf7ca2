package dev.darkroom.video.plan;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.mp4.Sample;
import dev.darkroom.codec.mp4.SampleCursor;
import dev.darkroom.codec.mp4.Track;
import java.util.Arrays;

/**
 * The samples of a picture track at which decoding can start: some of its keyframes, at least a
 * second apart, and the first sample of each other coding.
 */
final class FrameIndex {
  private int count;
  private int earliest;
  private long decodedEnd;
  private long shownEnd;
  private int starts;
  private int[] numbers = new int[64];
  private long[] shown = new long[64];
  private boolean[] recoded = new boolean[64];

  private FrameIndex() {}

  /**
   * Reads a track; one that is damaged midway, or that the file does not hold to its end, only up
   * to there.
   *
   * @param size of the file, in bytes
   */
  static FrameIndex of(Track track, long size) {
    var index = new FrameIndex();
    try {
      index.read(track, size);
    } catch (Malformed damage) {
      // What precedes it can be shown.
    }
    return index;
  }

  private void read(Track track, long size) throws Malformed {
    SampleCursor cursor = track.samples().cursor();
    int entry = 0;
    long next = Long.MIN_VALUE;
    for (Sample sample = cursor.next(); sample != null; sample = cursor.next()) {
      if (sample.offset() > size - sample.size()) {
        return;
      }
      long at = sample.time() + sample.compositionOffset();
      boolean other = sample.entry() != entry;
      if (sample.size() > 0 && (other || (sample.keyframe() && at >= next))) {
        // The first sample need not be a keyframe; a stream may have none at all.
        add(count, starts == 0 ? at : Math.max(at, shown[starts - 1] + 1), other && count > 0);
        next = sample.keyframe() ? at + track.timescale() : Long.MIN_VALUE;
        entry = sample.entry();
      }
      earliest = Math.min(earliest, sample.compositionOffset());
      decodedEnd = Math.max(decodedEnd, sample.time() + sample.duration());
      shownEnd = Math.max(shownEnd, at + sample.duration());
      count++;
    }
  }

  private void add(int number, long at, boolean other) {
    if (starts == numbers.length) {
      numbers = Arrays.copyOf(numbers, 2 * starts);
      shown = Arrays.copyOf(shown, 2 * starts);
      recoded = Arrays.copyOf(recoded, 2 * starts);
    }
    numbers[starts] = number;
    shown[starts] = at;
    recoded[starts++] = other;
  }

  /** Number of samples that can be read. */
  int count() {
    return count;
  }

  /** Decoding time at which the last sample ends, in the track's ticks. */
  long decodedEnd() {
    return decodedEnd;
  }

  /** Composition time at which the last frame ends, in the track's ticks. */
  long shownEnd() {
    return shownEnd;
  }

  /** Number of starts, in order of decoding and of composition time. */
  int starts() {
    return starts;
  }

  /** Returns the number of a start's sample in decoding order, from 0. */
  int number(int start) {
    return numbers[start];
  }

  /** Returns when a start is shown by its composition time, in the track's ticks. */
  long shown(int start) {
    return shown[start];
  }

  /** Tells whether a start is coded otherwise than the samples before it. */
  boolean recoded(int start) {
    return recoded[start];
  }

  /** Returns the last start that is shown by a time, the first if none is. */
  int startBy(long time) {
    int at = Arrays.binarySearch(shown, 0, starts, time);
    return Math.max(0, at < 0 ? -at - 2 : at);
  }

  /** Returns the earliest time that a sample decoded at a time, or later, can be shown at. */
  long earliestAfter(long decoded) {
    return decoded + earliest;
  }
}
