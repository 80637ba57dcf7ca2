package dev.darkroom.codec.mp4;

/**
 * A track as an init segment announces it. Its boxes are taken as they are, so that what a file
 * says about its own samples is passed on untouched.
 *
 * @param timescale ticks a second
 * @param tkhd payload of its {@code tkhd} box (8.3.2); {@link TrackHeader} makes one
 * @param stsd payload of its {@code stsd} box (8.5.2); {@link PictureEntry} makes one
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier of bytes that nobody compares
public record InitTrack(long id, Track.Kind kind, long timescale, byte[] tkhd, byte[] stsd) {}
