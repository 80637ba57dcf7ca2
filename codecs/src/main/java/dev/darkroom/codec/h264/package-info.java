/**
 * The headers of H.264 video: parameter sets, slice headers, and how they are packed.
 *
 * <p>In come the raw bytes of an {@code avcC} box or a sample, out come records of checked values;
 * what the syntax forbids is {@link dev.darkroom.codec.Malformed}. Pictures are decoded elsewhere.
 *
 * <p>Clauses cited without a document are those of ITU-T H.264 (08/2021).
 */
@NullMarked
package dev.darkroom.codec.h264;

import org.jspecify.annotations.NullMarked;
