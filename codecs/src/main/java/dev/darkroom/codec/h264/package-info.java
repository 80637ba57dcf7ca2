/**
 * The headers of H.264 video: parameter sets, slice headers, and how they are packed.
 *
 * <p>In come the raw bytes of an {@code avcC} box ({@link dev.darkroom.codec.h264.AvcConfig}) or of
 * a sample ({@link dev.darkroom.codec.h264.NalUnit}); out come records of checked values. Values
 * that the syntax forbids are {@link dev.darkroom.codec.Malformed}. Macroblocks are decoded by the
 * video worker, profiles are named by {@code codec.profile}.
 *
 * <p>Clauses cited without a document are those of ITU-T H.264 (08/2021).
 */
@NullMarked
package dev.darkroom.codec.h264;

import org.jspecify.annotations.NullMarked;
