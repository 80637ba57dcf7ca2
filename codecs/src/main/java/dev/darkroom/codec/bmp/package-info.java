/**
 * The header of Windows and OS/2 bitmaps.
 *
 * <p>A file's first bytes enter, a {@link dev.darkroom.codec.header.Header} leaves. Pixels are
 * decoded elsewhere, by the JDK's reader in the image worker.
 */
@NullMarked
package dev.darkroom.codec.bmp;

import org.jspecify.annotations.NullMarked;
