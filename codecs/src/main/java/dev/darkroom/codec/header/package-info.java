/**
 * What a picture's header says: size, orientation, alpha, depth, colors, frames and a little Exif,
 * without decoding.
 *
 * <p>In come a file's first bytes, or all of them; out comes an {@link
 * dev.darkroom.codec.header.Inspection}: the figures, what is wrong, or how many more bytes are
 * needed. Which format a file is, is decided elsewhere. Nothing is allocated by what a file says of
 * itself but texts and profiles of bounded length, and no count in a file is walked further than
 * its bytes go.
 */
@NullMarked
package dev.darkroom.codec.header;

import org.jspecify.annotations.NullMarked;
