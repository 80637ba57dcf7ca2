/**
 * Bounds-checked readers for untrusted bytes, used by the packages of all formats below.
 *
 * <p>{@link dev.darkroom.codec.ByteReader} and {@link dev.darkroom.codec.BitReader} read forward
 * through a view, {@link dev.darkroom.codec.Head} at any offset of a file of which only the first
 * bytes may be known. Every read checks its room first and fails with the offset and the reason.
 * {@link dev.darkroom.codec.TimeLimit} stops long work. Nothing here knows a format.
 */
@NullMarked
package dev.darkroom.codec;

import org.jspecify.annotations.NullMarked;
