/**
 * ISO base media files (MP4, MOV, 3GP, and the boxes of HEIF): reading their structure, moving
 * their index to the front, and writing fragments.
 *
 * <p>In comes an {@link dev.darkroom.codec.mp4.Mp4Source} that reads ranges. {@link
 * dev.darkroom.codec.mp4.Mp4Reader} walks its boxes within {@link
 * dev.darkroom.codec.mp4.Mp4Limits}, skips the media data, and returns a {@link
 * dev.darkroom.codec.mp4.Movie} with its tracks and their samples. Tables stay the bytes that they
 * are in the file and are read on demand, so that no count in a file allocates anything. {@link
 * dev.darkroom.codec.mp4.CleanCopy} plans a copy that starts with the index and holds no metadata;
 * {@link dev.darkroom.codec.mp4.InitSegment}, {@link dev.darkroom.codec.mp4.SegmentIndex} and
 * {@link dev.darkroom.codec.mp4.FragmentHead} write fragmented files, {@link
 * dev.darkroom.codec.mp4.MovieIndex} the index of ordinary ones. Every box is walked by {@link
 * dev.darkroom.codec.mp4.BoxHead} and {@link dev.darkroom.codec.mp4.Box}.
 *
 * <p>What a sample's bytes mean is read in {@code codec.h264}, whether it is a keyframe in {@code
 * codec.keyframe}; what a sample entry means, in {@code codec.profile}.
 *
 * <p>Clauses cited without a document are those of ISO/IEC 14496-12:2022.
 */
@NullMarked
package dev.darkroom.codec.mp4;

import org.jspecify.annotations.NullMarked;
