/**
 * Codes videos into streams that every browser plays: H.264 in BT.709 and AAC, by ffmpeg.
 *
 * <p>In come a segment as a fragmented MP4 of one track, and a {@link
 * dev.darkroom.engine.stream.SegmentRequest} that says what of it is shown and in which sizes; out
 * comes one fragmented MP4 with a track for each size. The sound of a whole movie goes in and comes
 * out the same way, with a {@link dev.darkroom.engine.stream.SoundRequest}. Whatever happens, there
 * is a {@link dev.darkroom.engine.stream.StreamResult} in time.
 *
 * <p>Times stay exact: a frame leaves with the time with which it came. Times in an input are those
 * of the part that is coded, plus a lead that leaves room for frames that are decoded but not
 * shown. Composition offsets in an input must not be negative, because ffmpeg delays a whole track
 * that has one.
 *
 * <p>Processes run in the sandbox of {@code engine.ffmpeg}; what comes out is read by {@code
 * codec.mp4} before anybody else sees it.
 */
@NullMarked
package dev.darkroom.engine.stream;

import org.jspecify.annotations.NullMarked;
