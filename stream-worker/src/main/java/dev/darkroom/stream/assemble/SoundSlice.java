package dev.darkroom.stream.assemble;

/**
 * Consecutive frames of the sound.
 *
 * @param from number of the first
 * @param to number of the first that does not belong to it
 * @param bytes of the frames
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier of bytes that nobody compares
record SoundSlice(int from, int to, byte[] bytes) {}
