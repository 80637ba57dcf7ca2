/**
 * GIF: its header, and its frames as they appear on the screen.
 *
 * <p>A file's bytes enter; a {@link dev.darkroom.codec.header.Header} leaves, or one {@link
 * dev.darkroom.codec.gif.GifFrame} after the other. Both go by one walk over the file, so a header
 * counts the images that the reader finds.
 *
 * <p>Sections cited are those of the Graphics Interchange Format, version 89a. Where it leaves
 * things open, this package does what browsers do: pixels that no image has painted are
 * transparent, and a delay below 20 ms means 100 ms.
 */
@NullMarked
package dev.darkroom.codec.gif;

import org.jspecify.annotations.NullMarked;
