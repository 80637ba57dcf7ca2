/**
 * The records in which every format's header reader answers: size, channels, colors, frames, Exif.
 *
 * <p>Format packages fill them in, {@code codec.inspect} hands them out. Nothing here reads bytes.
 */
@NullMarked
package dev.darkroom.codec.header;

import org.jspecify.annotations.NullMarked;
