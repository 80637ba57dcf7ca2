package dev.darkroom.codec.mp4;

/**
 * A track as an init segment announces it. Its boxes are copied unchanged, so that a file's own
 * description of its samples is preserved.
 *
 * @param timescale ticks per second
 * @param tkhd payload of its {@code tkhd} box (8.3.2); {@link TrackHeader} writes one
 * @param stsd payload of its {@code stsd} box (8.5.2); {@link PictureEntry} writes one
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier of bytes that nobody compares
public record InitTrack(long id, Track.Kind kind, long timescale, byte[] tkhd, byte[] stsd) {}
