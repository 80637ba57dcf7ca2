/**
 * The entrance to the headers of all picture formats.
 *
 * <p>A file's first bytes, or all of them, and its format enter; an {@link
 * dev.darkroom.codec.header.Inspection} leaves: the header, what is wrong, or how many bytes are
 * needed. No pixels are decoded, and nothing is allocated by what a file claims but texts and
 * profiles of bounded length.
 *
 * <p>Detecting which format a file has lives elsewhere; each format's own package reads it.
 */
@NullMarked
package dev.darkroom.codec.inspect;

import org.jspecify.annotations.NullMarked;
