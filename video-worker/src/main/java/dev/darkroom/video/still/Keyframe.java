package dev.darkroom.video.still;

/**
 * A frame that can be decoded without others.
 *
 * @param offset in the file
 * @param size in bytes
 * @param seconds when it is shown
 * @param entry which sample entry it is coded after, from 1
 */
public record Keyframe(long offset, int size, double seconds, int entry) {
  long end() {
    return offset + size;
  }
}
