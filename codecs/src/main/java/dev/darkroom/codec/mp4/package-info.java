/**
 * What an MP4, MOV or 3GP file says about itself, and where its samples lie.
 *
 * <p>In comes a {@link dev.darkroom.codec.mp4.Mp4Source} that reads ranges; {@link
 * dev.darkroom.codec.mp4.Mp4Reader} walks its boxes within {@link
 * dev.darkroom.codec.mp4.Mp4Limits}, never the media data, and gives a {@link
 * dev.darkroom.codec.mp4.Movie} of tracks. Tables stay as the bytes they are in the file and are
 * looked up on demand, so that nothing is allocated on a file's word. What a sample's bytes mean is
 * the business of the codecs' packages.
 *
 * <p>Clauses cited without a document are those of ISO/IEC 14496-12:2022.
 */
@NullMarked
package dev.darkroom.codec.mp4;

import org.jspecify.annotations.NullMarked;
