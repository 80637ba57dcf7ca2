/**
 * What a codec's set-up says, in the words of its standard.
 *
 * <p>In comes a {@link dev.darkroom.codec.mp4.SampleEntry} with the raw set-up boxes, out a {@link
 * dev.darkroom.codec.profile.CodecProfile}; also of codecs that nobody here can decode.
 */
@NullMarked
package dev.darkroom.codec.profile;

import org.jspecify.annotations.NullMarked;
