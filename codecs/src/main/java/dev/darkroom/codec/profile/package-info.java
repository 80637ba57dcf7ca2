/**
 * Profiles of codecs, in the words of their standards.
 *
 * <p>In comes a {@link dev.darkroom.codec.mp4.SampleEntry} with its raw configuration boxes; out
 * comes a {@link dev.darkroom.codec.profile.CodecProfile}, also for codecs that cannot be decoded
 * here. It stands above {@code codec.mp4}, which reads the entry, and {@code codec.h264}, which
 * parses parameter sets; neither knows it.
 */
@NullMarked
package dev.darkroom.codec.profile;

import org.jspecify.annotations.NullMarked;
