/**
 * GIF, decoded: each frame as it stands on the screen, after what came before it.
 *
 * <p>Sections cited are those of the Graphics Interchange Format, version 89a. Where it leaves
 * things open this package does what browsers do: what no frame has painted is transparent, and a
 * delay of less than 20 ms means 100.
 */
@NullMarked
package dev.darkroom.codec.gif;

import org.jspecify.annotations.NullMarked;
