/**
 * Windows and OS/2 bitmaps: their header, and their pixels.
 *
 * <p>A file's bytes enter; a {@link dev.darkroom.codec.header.Header} or a {@link
 * dev.darkroom.codec.bmp.BmpPicture} leaves. Both go by one reading of the layout. Where the format
 * leaves things open, this package does what browsers do.
 */
@NullMarked
package dev.darkroom.codec.bmp;

import org.jspecify.annotations.NullMarked;
