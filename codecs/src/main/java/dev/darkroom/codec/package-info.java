/**
 * How bytes from strangers are read: every read checks its room first, and what is wrong is said
 * with its place.
 *
 * <p>Formats live in the packages below; none of them reads past what {@link
 * dev.darkroom.codec.ByteReader} and {@link dev.darkroom.codec.BitReader} allow.
 */
@NullMarked
package dev.darkroom.codec;

import org.jspecify.annotations.NullMarked;
