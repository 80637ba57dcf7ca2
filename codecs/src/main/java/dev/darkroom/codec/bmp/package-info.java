/**
 * What a Windows or OS/2 bitmap says of itself. In come its first bytes, out comes a {@link
 * dev.darkroom.codec.header.Header}. Pixels are decoded elsewhere, by ImageIO.
 */
@NullMarked
package dev.darkroom.codec.bmp;

import org.jspecify.annotations.NullMarked;
