/**
 * Pictures of other sizes, through Thumbnailator with a resizer of our own plugged in.
 *
 * <p>Thumbnailator is given pictures in the one layout it passes on without a copy: integers of
 * RGB, or of ARGB where there is alpha. It works out nothing but the part and the canvas; the
 * arithmetic is {@code dev.darkroom.codec.picture}'s, on the same integers.
 */
@NullMarked
package dev.darkroom.image.resize;

import org.jspecify.annotations.NullMarked;
