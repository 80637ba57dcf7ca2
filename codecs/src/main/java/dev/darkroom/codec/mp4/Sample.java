package dev.darkroom.codec.mp4;

/**
 * One coded frame.
 *
 * @param offset in the file
 * @param size in bytes
 * @param time of decoding, in the track's ticks
 * @param entry which sample entry it is coded after, from 1
 */
public record Sample(long offset, int size, long time, int entry) {}
