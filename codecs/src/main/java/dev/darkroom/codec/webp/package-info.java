/**
 * WebP: the header, the structure of animations, and the canvas on which their frames are drawn.
 *
 * <p>A file's bytes enter; a {@link dev.darkroom.codec.header.Header} or a {@link
 * dev.darkroom.codec.webp.WebpAnimation} leaves, both by one walk over the chunks. Bitstreams are
 * decoded by libwebp in {@code engine.foreign}, which draws them on a {@link
 * dev.darkroom.codec.webp.Canvas}. Callers check the number of frames and pixels against their
 * limits first.
 *
 * <p>Clauses cited are those of RFC 9649, WebP Image Format.
 */
@NullMarked
package dev.darkroom.codec.webp;

import org.jspecify.annotations.NullMarked;
