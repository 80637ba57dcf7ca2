package dev.darkroom.video.still;

/**
 * A frame that can be decoded without others.
 *
 * @param offset in the file, in bytes
 * @param size in bytes
 * @param seconds time at which it is shown
 * @param entry number of the sample entry that says how it is coded, from 1
 */
public record Keyframe(long offset, int size, double seconds, int entry) {
  long end() {
    return offset + size;
  }
}
