package dev.darkroom.codec.mp4;

/**
 * One coded frame of a track.
 *
 * @param offset in the file
 * @param size in bytes
 * @param time of decoding, in the track's ticks
 * @param duration until the next sample is decoded, in the track's ticks
 * @param compositionOffset ticks from decoding to showing; may be negative
 * @param keyframe whether it can be decoded without others
 * @param entry which of the track's sample entries describes its coding, from 1
 */
public record Sample(
    long offset,
    int size,
    long time,
    long duration,
    int compositionOffset,
    boolean keyframe,
    int entry) {
  Sample markedAs(boolean key) {
    return new Sample(offset, size, time, duration, compositionOffset, key, entry);
  }
}
