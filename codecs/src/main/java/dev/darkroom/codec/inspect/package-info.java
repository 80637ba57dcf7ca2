/**
 * The entrance to the headers of all picture formats. In come a file's first bytes, or all of them,
 * and its format; out comes an {@link dev.darkroom.codec.header.Inspection}: the figures, what is
 * wrong, or how many more bytes are needed.
 *
 * <p>Which format a file is, is decided elsewhere; each format's own package reads it.
 */
@NullMarked
package dev.darkroom.codec.inspect;

import org.jspecify.annotations.NullMarked;
