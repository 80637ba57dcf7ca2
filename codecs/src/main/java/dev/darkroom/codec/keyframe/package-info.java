/**
 * Checks whether samples can be decoded without others, by their own bytes, because containers mark
 * keyframes wrongly or not at all.
 *
 * <p>In come a {@link dev.darkroom.codec.mp4.SampleEntry} and a sample, of which the first bytes
 * suffice; out comes a {@link dev.darkroom.codec.keyframe.SampleCheck.Verdict}. Nothing is decoded
 * here. It stands above {@code codec.mp4} and {@code codec.h264}, which do not know it.
 */
@NullMarked
package dev.darkroom.codec.keyframe;

import org.jspecify.annotations.NullMarked;
