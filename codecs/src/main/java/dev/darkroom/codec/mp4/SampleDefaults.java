package dev.darkroom.codec.mp4;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;

/**
 * Values for a fragment's samples that have none of their own: {@code trex} (8.8.3), overridden by
 * {@code tfhd} (8.8.7).
 *
 * @param entry which sample entry, from 1
 * @param duration in the track's ticks
 * @param size in bytes
 * @param flags sample flags (8.8.3.1)
 */
record SampleDefaults(int entry, long duration, int size, int flags) {
  /** sample_is_non_sync_sample (8.8.3.1). */
  private static final int NON_SYNC = 0x10000;

  SampleDefaults override(ByteReader tfhd, int present) throws Malformed {
    int entry = (present & 0x2) != 0 ? tfhd.i32() : this.entry;
    long duration = (present & 0x8) != 0 ? tfhd.u32() : this.duration;
    int size = (present & 0x10) != 0 ? tfhd.count() : this.size;
    int flags = (present & 0x20) != 0 ? tfhd.i32() : this.flags;
    return new SampleDefaults(entry, duration, size, flags);
  }

  static boolean isKeyframe(int flags) {
    return (flags & NON_SYNC) == 0;
  }
}
